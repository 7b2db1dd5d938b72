namespace Landfall.Config.Values;

/// <summary>Host names, and patterns of them: <c>*.example.com</c> stands for every name one label below.</summary>
internal static class HostNames
{
    private const string AnyLabel = "*.";

    /// <summary>True for a pattern that begins with <c>*.</c>.</summary>
    public static bool IsWildcard(string host) => host.StartsWith(AnyLabel, StringComparison.Ordinal);

    /// <summary>The name, or what a pattern's star stands below.</summary>
    public static string Base(string host) => IsWildcard(host) ? host[AnyLabel.Length..] : host;

    /// <summary>True for a name of at least two labels of letters, digits and hyphens (RFC 1035, RFC 1123).</summary>
    public static bool IsName(string name)
    {
        var labels = name.Split('.');
        return name.Length <= 253
            && labels.Length >= 2
            && labels.All(label =>
                label.Length is >= 1 and <= 63
                && label[0] != '-'
                && label[^1] != '-'
                && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
    }

    /// <summary>True when a name is a domain or below it.</summary>
    public static bool IsWithin(string host, string domain) =>
        Base(host) is var name && (name == domain || name.EndsWith($".{domain}", StringComparison.Ordinal));

    /// <summary>
    /// True when a certificate for a name or pattern is one for a host, too: a star covers one label (RFC 6125, and ACM's
    /// "Wildcard names").
    /// </summary>
    public static bool Covers(string pattern, string host) => pattern == host
        || (IsWildcard(pattern) && !IsWildcard(host) && host.Split('.', 2) is [_, var rest] && rest == Base(pattern));

    /// <summary>True when the load balancer's condition on a pattern is met by a host: there a star is any characters.</summary>
    public static bool Answers(string pattern, string host) => pattern == host
        || (IsWildcard(pattern) && host.EndsWith(pattern[1..], StringComparison.Ordinal));
}
