using System.Buffers;

namespace Landfall.AIOps.Logs;

/// <summary>What follows <c>scheme://</c>.</summary>
internal static class UrlForm
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n,;()[]{}<>\"'|");

    /// <summary>The length of <c>://…</c> at <paramref name="colon"/>, or 0 where nothing follows.</summary>
    public static int Match(ReadOnlySpan<char> line, int colon)
    {
        var rest = line[colon..];
        if (colon == 0 || !rest.StartsWith("://", StringComparison.Ordinal) || !char.IsAsciiLetterOrDigit(line[colon - 1]))
            return 0;
        var length = rest[3..].IndexOfAny(Ends) is var end and >= 0 ? end + 3 : rest.Length;
        while (length > 3 && rest[length - 1] is '.' or ':')
            length--;
        return length > 3 ? length : 0;
    }
}
