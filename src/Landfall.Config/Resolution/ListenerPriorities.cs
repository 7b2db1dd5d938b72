using System.Text;

namespace Landfall.Config.Resolution;

/// <summary>
/// Gives listener rules their priorities. Rules of one listener live in the stacks of their services, so a priority has
/// to stay the same when other services come and go: two stacks that swap priorities cannot be deployed one by one.
/// </summary>
/// <remarks>
/// More specific routes come first: those with a host, then those with the longer literal beginning of the path, then
/// those without a wildcard. Each degree of specificity owns a band of priorities, inside which a hash of host and path
/// says where to look for a free one.
/// </remarks>
internal static class ListenerPriorities
{
    /// <summary>Longest path pattern of the load balancer.</summary>
    public const int MaxPath = 128;

    private const int Bands = 2 * 2 * (MaxPath + 1);
    private const int BandSize = 50_000 / Bands;

    /// <summary>Assigns priorities from 1 to 50000.</summary>
    /// <param name="routes">Host (or null) and path of every rule; equal ones get different priorities.</param>
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
            var first = (Band(host, path) * BandSize) + 1;
            var offset = (int)(Hash($"{host}{path}") % BandSize);
            while (!taken.Add(first + offset))
            {
                offset = (offset + 1) % BandSize;
            }

            priorities[i] = first + offset;
        }

        return priorities;
    }

    private static int Band(string? host, string path)
    {
        var wildcard = path.AsSpan().IndexOfAny('*', '?');
        var literal = Math.Min(wildcard < 0 ? path.Length : wildcard, MaxPath);
        var specificity = (((host is null ? 0 : MaxPath + 1) + literal) * 2) + (wildcard < 0 ? 1 : 0);
        return Bands - 1 - specificity;
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
