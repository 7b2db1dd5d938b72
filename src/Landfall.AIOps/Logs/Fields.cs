using System.Buffers;

namespace Landfall.AIOps.Logs;

/// <summary>Cuts masked text into fields.</summary>
internal static class Fields
{
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(" \t\r\n=:,;()[]{}<>\"'|");

    private static readonly SearchValues<char> DelimitersAndDot = SearchValues.Create(" \t\r\n=:,;()[]{}<>\"'|.");

    public static bool IsDelimiter(char c) => Delimiters.Contains(c);

    /// <summary>
    /// The length of the field that starts <paramref name="text"/>: a run of white space, one delimiter, a leader of three dots or
    /// more, or a word. A word keeps a bracketed value that follows it directly, and the <c>://</c> of a URL.
    /// </summary>
    public static int Next(ReadOnlySpan<char> text)
    {
        if (char.IsWhiteSpace(text[0]))
            return Run(text, char.IsWhiteSpace);
        if (Delimiters.Contains(text[0]))
            return 1;
        if (Leader(text) is var leader and > 0)
            return leader;
        var end = 0;
        while (end < text.Length)
        {
            var next = text[end..].IndexOfAny(DelimitersAndDot);
            if (next < 0)
                return text.Length;
            end += next;
            var inside = text[end] == '.' ? (Leader(text[end..]) > 0 ? 0 : 1) : Inside(text[end..]);
            if (inside == 0)
                return end;
            end += inside;
        }

        return end;
    }

    /// <summary>How many characters of a delimiter's text belong to the word before it.</summary>
    private static int Inside(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("://"))
            return 3;
        if (text[0] is not ('(' or '['))
            return 0;
        var end = text[1..].IndexOfAny(Delimiters);
        return end > 0 && text[end + 1] == (text[0] == '(' ? ')' : ']') ? end + 2 : 0;
    }

    private static int Leader(ReadOnlySpan<char> text)
    {
        var dots = Run(text, static c => c == '.');
        return dots >= 3 ? dots : 0;
    }

    private static int Run(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var i = 0;
        while (i < text.Length && belongs(text[i]))
            i++;
        return i;
    }
}
