using System.Buffers;

namespace Landfall.AIOps.Logs;

/// <summary>Host names: three labels or more that end as DNS names do; two suffice before a port.</summary>
internal static class HostForm
{
    private static readonly SearchValues<char> Chars = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

    /// <summary>The length of the host name at <paramref name="start"/>, or 0. Package names such as <c>org.example.Type</c> are none.</summary>
    public static int Match(ReadOnlySpan<char> line, int start)
    {
        var rest = line[start..];
        var length = rest.IndexOfAnyExcept(Chars) is var end and >= 0 ? end : rest.Length;
        var broken = length < rest.Length && rest[length] is '_' or '$' or '/' or '\\' or '(';
        while (length > 1 && rest[length - 1] is '.' or '-')
            length--;
        var name = rest[..length];
        if (IsNumberedName(name))
            return broken && rest[length] is not '/' ? 0 : length;
        if (broken)
            return 0;
        var port = IsPort(rest[length..]);
        if (name.Count('.') < (port ? 1 : 2) || name.Contains("..", StringComparison.Ordinal))
            return 0;
        var last = name[(name.LastIndexOf('.') + 1)..];
        var common = last is "com" or "net" or "org" or "edu" or "gov" or "local" or "internal" or "localdomain";
        var country = last.Length == 2 && last.IndexOfAnyExceptInRange('a', 'z') < 0
            && name.Count('.') >= 2 && (port || name.IndexOfAnyInRange('0', '9') >= 0);
        return common || country ? length : 0;
    }

    private static bool IsPort(ReadOnlySpan<char> rest)
    {
        if (rest is not [':', _, ..])
            return false;
        var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? rest.Length - 1 : digits;
        return digits is >= 2 and <= 5 && (digits + 1 == rest.Length || !char.IsLetterOrDigit(rest[digits + 1]));
    }

    /// <summary>Lower-case words joined by at least two dashes with a number at the end, as machines are named: <c>web-eu-07</c>.</summary>
    private static bool IsNumberedName(ReadOnlySpan<char> name)
    {
        if (!char.IsAsciiLetterLower(name[0]) || name.Count('-') < 2 || name.ContainsAnyInRange('A', 'Z') || name.Contains('.'))
            return false;
        return name[(name.LastIndexOf('-') + 1)..].IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
