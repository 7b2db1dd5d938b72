using System.Diagnostics.CodeAnalysis;
using Landfall.Checks.Expectations;

namespace Landfall.Checks.Format;

/// <summary>A place in the answer of an earlier request: <c>login.response.body.$.token</c>, <c>login.response.headers.Location</c>.</summary>
/// <param name="Request">The request's name.</param>
/// <param name="Header">The header, or null for a place in the body.</param>
/// <param name="Path">The place in the body, or null for a header.</param>
internal sealed record AnswerReference(string Request, string? Header, JsonPath? Path)
{
    private const string OfBody = ".response.body.";
    private const string OfHeaders = ".response.headers.";

    /// <summary>Reads a reference.</summary>
    /// <param name="text">What stands between the braces.</param>
    /// <param name="reference">The reference.</param>
    /// <returns>False where it is none.</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out AnswerReference? reference)
    {
        reference = null;
        if (text.IndexOf(OfBody, StringComparison.Ordinal) is > 0 and var body && JsonPath.TryRead(text[(body + OfBody.Length)..], out var path, out _))
            reference = new AnswerReference(text[..body], null, path);
        else if (text.IndexOf(OfHeaders, StringComparison.Ordinal) is > 0 and var headers && text.Length > headers + OfHeaders.Length)
            reference = new AnswerReference(text[..headers], text[(headers + OfHeaders.Length)..], null);
        return reference is not null;
    }
}
