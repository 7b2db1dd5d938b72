namespace Landfall.Config.Values;

/// <summary>Path patterns of load balancers and CDNs, in which <c>*</c> is any characters and <c>?</c> is one.</summary>
internal static class PathPattern
{
    /// <summary>The pattern that every path matches.</summary>
    public const string Every = "/*";

    /// <summary>Where a load balancer takes a user back that has signed in ("Authenticate users", Elastic Load Balancing).</summary>
    public const string SignInCallback = "/oauth2/idpresponse";

    /// <summary>
    /// <c>/api/*</c> matches <c>/api</c> too: nobody means a path without its root. A pattern with more wildcards stands alone,
    /// since a rule takes only so many.
    /// </summary>
    public static IReadOnlyList<string> WithRoot(string path) =>
        path.Length > Every.Length && path.EndsWith(Every, StringComparison.Ordinal) && path.AsSpan(0, path.Length - 1).IndexOfAny('*', '?') < 0
            ? [path[..^Every.Length], path]
            : [path];

    /// <summary>True when every path that one pattern matches is matched by the other. It may miss a few, and claims none too many.</summary>
    public static bool Covers(string outer, string inner) => WithRoot(inner).All(path => WithRoot(outer).Any(pattern => Matches(pattern, path)));

    // The inner pattern's own stars and question marks are characters that only a star, or one like it, stands for.
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        var (star, resume, p, i) = (-1, 0, 0, 0);
        while (i < path.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, i);
            }
            else if (p < pattern.Length && (pattern[p] == path[i] || (pattern[p] == '?' && path[i] != '*')))
            {
                p++;
                i++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                i = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
