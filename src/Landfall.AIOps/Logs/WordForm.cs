namespace Landfall.AIOps.Logs;

/// <summary>What a masked word looks like.</summary>
internal static class WordForm
{
    /// <summary>Whether it has a letter, a digit or a value in it at all.</summary>
    public static bool Speaks(string word)
    {
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c) || c is LineMask.Marker or LineMask.SoftMarker)
                return true;
        }

        return false;
    }

    /// <summary>Whether it is the name of a thing rather than a word: a value inside, or parts joined by dots, slashes or at-signs.</summary>
    public static bool IsName(string word)
    {
        var head = Head(word);
        var lower = false;
        var joined = false;
        for (var i = 0; i < head.Length; i++)
        {
            var inside = i > 0 && i < head.Length - 1;
            var value = head[i] == LineMask.Marker || (head[i] == LineMask.SoftMarker && i < head.Length - 1);
            joined |= value || (inside && head[i] is '.' or '/' or '@' or '$');
            lower |= value || char.IsAsciiLetterLower(head[i]);
        }

        return joined && lower;
    }

    /// <summary>What stands before a bracket inside the word: <c>chdir</c> of <c>chdir(x)</c>, or the whole.</summary>
    public static ReadOnlySpan<char> Head(string word)
    {
        var bracket = word.AsSpan().IndexOfAny('(', '[');
        return bracket < 0 ? word : word.AsSpan(0, bracket);
    }

    /// <summary>Whether it is a head with nothing but a value in brackets.</summary>
    public static bool IsCall(string word) => word is [.., '(' or '[', LineMask.Marker, ')' or ']'];

    /// <summary>Whether it is written in capitals and underscores only.</summary>
    public static bool IsCapitals(string word)
    {
        foreach (var c in word)
        {
            if (c is not ((>= 'A' and <= 'Z') or '_'))
                return false;
        }

        return true;
    }
}
