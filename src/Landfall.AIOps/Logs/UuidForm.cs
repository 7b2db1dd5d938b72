namespace Landfall.AIOps.Logs;

/// <summary>UUIDs in their 8-4-4-4-12 form.</summary>
internal static class UuidForm
{
    public const int Length = 36;

    public static bool Match(ReadOnlySpan<char> line, int start)
    {
        if (start + Length > line.Length || (start + Length < line.Length && char.IsLetterOrDigit(line[start + Length])))
            return false;
        for (var i = 0; i < Length; i++)
        {
            var c = line[start + i];
            if (i is 8 or 13 or 18 or 23 ? c != '-' : !char.IsAsciiHexDigit(c))
                return false;
        }

        return true;
    }
}
