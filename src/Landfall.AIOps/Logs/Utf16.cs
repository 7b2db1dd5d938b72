namespace Landfall.AIOps.Logs;

/// <summary>Makes text well-formed, so that it survives being saved as UTF-8.</summary>
internal static class Utf16
{
    /// <summary>The text with each surrogate that lacks its other half replaced by U+FFFD.</summary>
    public static ReadOnlySpan<char> Repair(ReadOnlySpan<char> text)
    {
        var repaired = text.ToArray();
        for (var i = 0; i < repaired.Length; i++)
        {
            if (i + 1 < repaired.Length && char.IsSurrogatePair(repaired[i], repaired[i + 1]))
                i++;
            else if (char.IsSurrogate(repaired[i]))
                repaired[i] = '\uFFFD';
        }

        return repaired;
    }
}
