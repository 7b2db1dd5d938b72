using System.Buffers;

namespace Landfall.AIOps.Logs;

/// <summary>Cuts masked text into fields.</summary>
internal static class Fields
{
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(" \t\r\n=:,;()[]{}<>\"'|");

    public static bool IsDelimiter(char c) => Delimiters.Contains(c);

    /// <summary>The length of the field that starts <paramref name="text"/>: a run of white space, one delimiter, or a word.</summary>
    public static int Next(ReadOnlySpan<char> text)
    {
        if (char.IsWhiteSpace(text[0]))
        {
            var i = 1;
            while (i < text.Length && char.IsWhiteSpace(text[i]))
                i++;
            return i;
        }

        if (Delimiters.Contains(text[0]))
            return 1;
        var word = text.IndexOfAny(Delimiters);
        return word < 0 ? text.Length : word;
    }
}
