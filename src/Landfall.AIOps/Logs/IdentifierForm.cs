namespace Landfall.AIOps.Logs;

/// <summary>Identifiers that number themselves: a word, an underscore or dash, digits, and more of the same.</summary>
internal static class IdentifierForm
{
    /// <summary>
    /// Where the numbered tail ends that starts with the digits from <paramref name="start"/> to <paramref name="end"/>;
    /// <paramref name="end"/> itself where nothing more belongs to it.
    /// </summary>
    public static int Tail(ReadOnlySpan<char> line, int start, int end)
    {
        var joiner = line[start - 1] is '-' && start > 1 && line[start - 2] == '_' ? '_' : line[start - 1];
        if (joiner is not ('_' or '-') || !NamedBefore(line, start - 1))
            return end;
        while (end + 1 < line.Length && line[end] == joiner && Continues(line, joiner, end + 1))
        {
            end++;
            while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || (joiner == '-' && Dot(line, end))))
                end++;
        }

        return end;
    }

    private static bool NamedBefore(ReadOnlySpan<char> line, int joiner)
    {
        while (joiner > 0 && line[joiner - 1] is '_' or '-')
            joiner--;
        for (var i = joiner - 1; i >= 0 && char.IsAsciiLetterOrDigit(line[i]); i--)
        {
            if (char.IsAsciiLetter(line[i]))
                return true;
        }

        return false;
    }

    private static bool Continues(ReadOnlySpan<char> line, char joiner, int at) =>
        joiner == '_' ? char.IsAsciiLetterOrDigit(line[at]) : char.IsAsciiDigit(line[at]);

    private static bool Dot(ReadOnlySpan<char> line, int at) =>
        line[at] == '.' && at + 1 < line.Length && char.IsAsciiDigit(line[at + 1]);
}
