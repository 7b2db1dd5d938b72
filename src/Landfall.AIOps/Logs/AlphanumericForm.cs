namespace Landfall.AIOps.Logs;

/// <summary>Runs of letters and digits without punctuation.</summary>
internal static class AlphanumericForm
{
    /// <summary>Whether a mixed run is one value as a whole: hexadecimal, a size, or letters and digits that alternate as in a message id.</summary>
    public static bool IsWhole(ReadOnlySpan<char> run, int digits, char before, out LogParameterKind kind)
    {
        kind = LogParameterKind.Hex;
        if (run.Length > 2 && run[0] == '0' && run[1] is 'x' or 'X' && AllHex(run[2..]))
            return true;
        if (run.Length >= 4 && before == '@' && AllHex(run))
            return true;
        if (run.Length >= 6 && digits >= 2 && AllHex(run) && OneCase(run))
            return true;
        kind = LogParameterKind.Size;
        if (IsSize(run) || IsExtent(run))
            return true;
        kind = LogParameterKind.Identifier;
        return run.Length >= 8 && Changes(run) >= 4;
    }

    /// <summary>Whether the digits at <paramref name="i"/> follow a lone <c>v</c>, as versions do.</summary>
    public static bool IsVersionPrefix(ReadOnlySpan<char> line, int i) =>
        line[i - 1] is 'v' or 'V' && (i == 1 || !char.IsLetterOrDigit(line[i - 2]));

    /// <summary>Digits with a unit of size, such as <c>512k</c> or <c>126MB</c>.</summary>
    private static bool IsSize(ReadOnlySpan<char> run) =>
        run.TrimStart("0123456789") is "B" or "k" or "K" or "M" or "G" or "T" or "kB" or "KB" or "MB" or "GB" or "TB" or "KiB" or "MiB" or "GiB" or "TiB";

    /// <summary>Two numbers with an x between, such as <c>80x25</c>.</summary>
    private static bool IsExtent(ReadOnlySpan<char> run) =>
        char.IsAsciiDigit(run[0]) && char.IsAsciiDigit(run[^1]) && run.Trim("0123456789") is "x";

    private static bool AllHex(ReadOnlySpan<char> run)
    {
        foreach (var c in run)
        {
            if (!char.IsAsciiHexDigit(c))
                return false;
        }

        return true;
    }

    private static bool OneCase(ReadOnlySpan<char> run) =>
        run.IndexOfAnyInRange('a', 'f') < 0 || run.IndexOfAnyInRange('A', 'F') < 0;

    private static int Changes(ReadOnlySpan<char> run)
    {
        var changes = 0;
        for (var i = 1; i < run.Length; i++)
        {
            if (char.IsAsciiDigit(run[i]) != char.IsAsciiDigit(run[i - 1]))
                changes++;
        }

        return changes;
    }
}
