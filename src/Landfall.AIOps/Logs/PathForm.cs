using System.Buffers;

namespace Landfall.AIOps.Logs;

/// <summary>File paths: at least two segments from a root or share, a Windows drive, or at least three slashes without a root.</summary>
internal static class PathForm
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n,;:()[]{}<>\"'|=&?");

    /// <summary>The length of the path that starts with the slash at <paramref name="start"/>, or 0.</summary>
    public static int Match(ReadOnlySpan<char> line, int start)
    {
        if (start + 1 >= line.Length || !(char.IsLetter(line[start + 1]) || line[start + 1] is '_' or '.' or '~'))
            return 0;
        var length = Extent(line[start..]);
        return line.Slice(start + 1, length - 1).Contains('/') ? length : 0;
    }

    /// <summary>The length of the path that starts with one or two backslashes at <paramref name="start"/>, as on a share, or 0.</summary>
    public static int MatchBackslashed(ReadOnlySpan<char> line, int start)
    {
        var name = start + 1 < line.Length && line[start + 1] == '\\' ? start + 2 : start + 1;
        if (name >= line.Length || !char.IsLetter(line[name]))
            return 0;
        var length = Extent(line[start..]);
        return line[name..(start + length)].Contains('\\') ? length : 0;
    }

    /// <summary>Where the number starts that ends the last name of <paramref name="path"/> after a dash or underscore, or 0.</summary>
    public static int TrailingNumber(ReadOnlySpan<char> path)
    {
        var start = path.LastIndexOfAnyExceptInRange('0', '9') + 1;
        if (start == path.Length || start < 2)
            return 0;
        if (path[start - 1] == '-' && path[start - 2] == '_')
            start--;
        var named = path[start - 1] is '-' or '_' && char.IsAsciiLetter(path[start - 2]);
        return named && path[path.LastIndexOf('/')..(start - 1)].IndexOfAnyInRange('0', '9') < 0 && path.LastIndexOf('/') > 0 ? start : 0;
    }

    /// <summary>The length of a path without leading slash whose first run of letters and digits ends at <paramref name="end"/>, or 0.</summary>
    public static int MatchUnrooted(ReadOnlySpan<char> line, int start, int end)
    {
        if (line[end] == ':')
        {
            var drive = end - start == 1 && char.IsAsciiLetter(line[start]) && end + 1 < line.Length && line[end + 1] is '\\';
            return drive ? end + 1 - start + Extent(line[(end + 1)..]) : 0;
        }

        var length = Extent(line[start..]);
        return line.Slice(start, length).Count('/') >= 3 ? length : 0;
    }

    private static int Extent(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAny(Ends);
        if (length < 0)
            length = rest.Length;
        while (length > 1 && rest[length - 1] == '.')
            length--;
        return length;
    }
}
