using Landfall.AIOps.Topology;

namespace Landfall.AIOps.Incidents;

/// <summary>Nearness and reach in a topology.</summary>
internal static class Neighbourhood
{
    /// <summary>Whether two nodes are at most so many dependencies apart, in either direction.</summary>
    public static bool Near(TopologyGraph graph, string a, string b, int hops) =>
        a == b || Reach(graph, [a], n => Both(graph, n), hops).Contains(b);

    /// <summary>All that depends on the nodes, directly or not, without the nodes.</summary>
    public static IReadOnlySet<string> Dependents(TopologyGraph graph, IEnumerable<string> nodes) =>
        Reach(graph, nodes, n => graph.DependentsOf(n).Select(e => e.From), int.MaxValue);

    /// <summary>All that the nodes depend on, directly or not, without the nodes.</summary>
    public static IReadOnlySet<string> Dependencies(TopologyGraph graph, IEnumerable<string> nodes) =>
        Reach(graph, nodes, n => graph.DependenciesOf(n).Select(e => e.To), int.MaxValue);

    /// <summary>Whether users call the node: it is known and nothing else calls it.</summary>
    public static bool IsEntry(TopologyGraph graph, string node) =>
        graph.Contains(node) && graph.KindOf(node) is NodeKind.Service or NodeKind.Unknown && graph.DependentsOf(node).Count == 0;

    private static IEnumerable<string> Both(TopologyGraph graph, string node) =>
        graph.DependenciesOf(node).Select(e => e.To).Concat(graph.DependentsOf(node).Select(e => e.From));

    private static HashSet<string> Reach(TopologyGraph graph, IEnumerable<string> from, Func<string, IEnumerable<string>> next, int hops)
    {
        var start = from.Where(graph.Contains).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(start, StringComparer.Ordinal);
        var edge = start.ToList();
        for (var hop = 0; hop < hops && edge.Count > 0; hop++)
            edge = edge.SelectMany(next).Where(seen.Add).ToList();
        seen.ExceptWith(start);
        return seen;
    }
}
