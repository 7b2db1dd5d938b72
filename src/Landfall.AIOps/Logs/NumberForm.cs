namespace Landfall.AIOps.Logs;

/// <summary>Decimal numbers.</summary>
internal static class NumberForm
{
    /// <summary>Whether digits, exactly one dot and digits stand here; versions with more dots are several numbers.</summary>
    public static bool IsDecimal(ReadOnlySpan<char> line, int start, int end, out int stop)
    {
        stop = end;
        if (end + 1 >= line.Length || line[end] != '.' || !char.IsAsciiDigit(line[end + 1]))
            return false;
        if (start > 1 && line[start - 1] == '.' && char.IsAsciiDigit(line[start - 2]))
            return false;
        stop = end + 1;
        while (stop < line.Length && char.IsAsciiDigit(line[stop]))
            stop++;
        return stop + 1 >= line.Length || line[stop] != '.' || !char.IsAsciiDigit(line[stop + 1]);
    }
}
