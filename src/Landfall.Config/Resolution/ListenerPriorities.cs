using System.Text;

namespace Landfall.Config.Resolution;

/// <summary>
/// Gives listener rules their priorities. Rules of one listener live in the stacks of their services, so a priority has
/// to stay the same when other services come and go: two stacks that swap priorities cannot be deployed one by one.
/// </summary>
/// <remarks>
/// More specific routes come first: those with whole host names, those with a wildcard among them, those for every host;
/// then those with the longer literal beginning of the path, then those without a wildcard in it. Each degree of specificity owns a band of priorities, inside which a hash of host and path
/// says where to look for a free one. Paths of usual length have wide bands, so that two routes seldom meet.
/// </remarks>
internal static class ListenerPriorities
{
    /// <summary>Longest path pattern of the load balancer.</summary>
    public const int MaxPath = 128;

    /// <summary>The largest priority that a listener takes.</summary>
    public const int Largest = 50_000;

    private const int UsualPath = 24;
    private const int WideBand = 400;
    private const int NarrowBand = 24;

    /// <summary>Priorities of all routes with a host, or of all without: two bands for each length.</summary>
    private const int Half = 2 * ((NarrowBand * (MaxPath - UsualPath)) + (WideBand * (UsualPath + 1)));

    /// <summary>Assigns priorities from 1 to 50000.</summary>
    /// <param name="routes">Hosts (joined by commas, or null) and path of every rule; equal ones get different priorities.</param>
    /// <returns>The priorities in the same order.</returns>
    public static int[] Assign(IReadOnlyList<(string? Host, string Path)> routes)
    {
        var priorities = new int[routes.Count];
        var taken = new HashSet<int>();
        var order = Enumerable.Range(0, routes.Count)
            .OrderBy(i => routes[i].Host, StringComparer.Ordinal)
            .ThenBy(i => routes[i].Path, StringComparer.Ordinal);
        foreach (var i in order)
        {
            var (host, path) = routes[i];
            var (first, size) = Band(host, path);
            var offset = (int)(Hash($"{host}{path}") % size);
            var free = Enumerable.Range(0, size).Select(step => first + ((offset + step) % size))
                .Concat(Enumerable.Range(1, Largest)) // A band that is full, which takes dozens of paths of one unusual length.
                .First(taken.Add);
            priorities[i] = free;
        }

        return priorities;
    }

    /// <summary>The priorities of one degree of specificity: which of them a route has makes no difference.</summary>
    /// <param name="host">The route's hosts, or null.</param>
    /// <param name="path">The route's path pattern.</param>
    /// <returns>The first priority of the band and how many there are.</returns>
    public static (int First, int Size) Band(string? host, string path)
    {
        var wildcard = path.AsSpan().IndexOfAny('*', '?');
        var literal = Math.Min(wildcard < 0 ? path.Length : wildcard, MaxPath);
        var size = literal > UsualPath ? NarrowBand : WideBand;
        var longer = literal > UsualPath
            ? 2 * NarrowBand * (MaxPath - literal)
            : 2 * ((NarrowBand * (MaxPath - UsualPath)) + (WideBand * (UsualPath - literal)));
        var offset = longer + (wildcard < 0 ? 0 : size);

        // Routes with hosts share their half: whole names have its first part, in bands of half the size.
        return host is null ? (1 + Half + offset, size)
            : (1 + (offset / 2) + (host.Contains('*', StringComparison.Ordinal) ? Half / 2 : 0), size / 2);
    }

    /// <summary>FNV-1a, 32 bits (Fowler, Noll, Vo): the same in every process, unlike string hash codes.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ b) * 16777619u);
        }

        return hash;
    }
}
