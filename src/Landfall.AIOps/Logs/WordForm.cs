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

    /// <summary>Whether it is joined from parts or has values inside, as names of things have, and is not all capitals.</summary>
    public static bool IsName(string word)
    {
        var (joined, lower) = (false, false);
        for (var i = 0; i < word.Length; i++)
        {
            var inside = i < word.Length - 1;
            var value = word[i] == LineMask.Marker || (word[i] == LineMask.SoftMarker && inside);
            joined |= value || word[i] is '_' or '.' or '-' or '/' or '@' || (word[i] == '$' && inside);
            lower |= value || char.IsAsciiLetterLower(word[i]);
        }

        return joined && lower;
    }

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
