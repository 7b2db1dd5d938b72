namespace Landfall.Kubernetes.Diagnosis.Routing;

/// <summary>Compares a route's path with the service that it leads to, by their names.</summary>
internal static class RouteNames
{
    // Shorter pieces of a path, such as 'api' and 'v1', are in too many names.
    private const int ShortestPiece = 5;

    /// <returns>Why the route leads astray: its path has the name of just one service, and another is asked. Null where nothing speaks for that.</returns>
    public static string? Misled(string path, string host, IReadOnlyList<string> services)
    {
        foreach (var piece in path.Split('/').Select(Letters).Where(piece => piece.Length >= ShortestPiece))
        {
            var exact = services.FirstOrDefault(name => Letters(name) == piece);
            if (exact is null && Letters(host).Contains(piece, StringComparison.Ordinal))
                return null;
            var like = services.Where(name => Letters(name).Contains(piece, StringComparison.Ordinal)).ToList();
            if ((exact ?? (like is [var only] ? only : null)) is { } meant)
                return meant == host ? null : $"the path {path} has the name of {meant}";
        }
        return null;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
