namespace Landfall.AIOps.Logs;

/// <summary>Network addresses.</summary>
internal static class AddressForm
{
    /// <summary>The length of the dotted IPv4 address at <paramref name="start"/>, or 0.</summary>
    public static int MatchIpV4(ReadOnlySpan<char> line, int start)
    {
        var i = start;
        for (var part = 0; part < 4; part++)
        {
            var value = 0;
            var from = i;
            while (i < line.Length && i - from < 3 && char.IsAsciiDigit(line[i]))
                value = value * 10 + line[i++] - '0';
            if (i == from || value > 255)
                return 0;
            if (part < 3 && (i >= line.Length || line[i++] != '.'))
                return 0;
        }

        var goesOn = i < line.Length && (char.IsLetterOrDigit(line[i]) || (line[i] == '.' && i + 1 < line.Length && char.IsLetterOrDigit(line[i + 1])));
        return goesOn ? 0 : i - start;
    }

    /// <summary>The length of six or more colon-separated pairs of hexadecimal digits, or 0.</summary>
    public static int MatchMac(ReadOnlySpan<char> line, int start)
    {
        var i = start;
        var pairs = 0;
        while (i + 1 < line.Length && char.IsAsciiHexDigit(line[i]) && char.IsAsciiHexDigit(line[i + 1]))
        {
            pairs++;
            i += 2;
            if (i >= line.Length || line[i] != ':')
                break;
            i++;
        }

        if (pairs < 6)
            return 0;
        if (line[i - 1] == ':')
            i--;
        return i < line.Length && char.IsLetterOrDigit(line[i]) ? 0 : i - start;
    }

    /// <summary>The length of a PCI address with its domain, <c>0000:00:1e.0</c>, or 0.</summary>
    public static int MatchPci(ReadOnlySpan<char> line, int start)
    {
        var shaped = Hex(line, start, 4) && Hex(line, start + 5, 2) && Hex(line, start + 8, 2) && Hex(line, start + 11, 1)
            && line[start + 4] == ':' && line[start + 7] == ':' && line[start + 10] == '.';
        return shaped && (start + 12 == line.Length || !char.IsLetterOrDigit(line[start + 12])) ? 12 : 0;
    }

    private static bool Hex(ReadOnlySpan<char> line, int start, int count) =>
        start + count <= line.Length && line.Slice(start, count).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;

    /// <summary>The length of an IPv6 address with at least three colons, or 0; times such as 12:30:01 have fewer.</summary>
    public static int MatchIpV6(ReadOnlySpan<char> line, int start)
    {
        var i = start;
        var colons = 0;
        var doubled = false;
        while (i < line.Length && (char.IsAsciiHexDigit(line[i]) || line[i] == ':'))
        {
            if (line[i] == ':')
            {
                colons++;
                doubled |= i > start && line[i - 1] == ':';
            }

            i++;
        }

        if (i < line.Length && (char.IsLetter(line[i]) || line[i] == '_'))
            return 0;
        if (line[i - 1] == ':' && !(i - start >= 3 && line[i - 2] == ':'))
        {
            colons--;
            i--;
        }

        return colons >= 2 && (colons == 7 || doubled) && i - start > 4 ? i - start : 0;
    }
}
