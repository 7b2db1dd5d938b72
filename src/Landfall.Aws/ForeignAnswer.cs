using System.Net;
using System.Text;

namespace Landfall.Aws;

/// <summary>An answer that another server than AWS gave in its place: a proxy that refuses, or a network that wants its users to sign in.</summary>
internal static class ForeignAnswer
{
    private static readonly string[] Beginnings = ["<!doctype html", "<html"];

    /// <summary>True for a web page, which AWS's interfaces give only where their front door is in trouble (5xx), and that passes.</summary>
    /// <param name="status">The answer's status.</param>
    /// <param name="body">The answer.</param>
    public static bool Is(HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        var begin = Encoding.Latin1.GetString(body[..Math.Min(body.Length, 100)]).TrimStart();
        return (int)status < 500 && Beginnings.Any(page => begin.StartsWith(page, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The error to report.</summary>
    /// <param name="asked">Where the answer came from.</param>
    public static HttpRequestException From(Uri asked) => new(
        HttpRequestError.InvalidResponse, $"{asked.Host} gave a web page in place of AWS's answer, as a proxy does that refuses, or a network that wants a sign-in");
}
