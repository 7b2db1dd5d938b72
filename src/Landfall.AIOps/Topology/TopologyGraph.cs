namespace Landfall.AIOps.Topology;

/// <summary>
/// Services, resources, hosts and zones with the dependencies between them. Immutable; nodes keep the order in which
/// they were first named, edges to oneself and duplicates are dropped, and cycles are allowed.
/// </summary>
public sealed class TopologyGraph
{
    private readonly Dictionary<string, int> index;
    private readonly List<string> nodes;
    private readonly Dictionary<string, NodeKind> kinds;
    private readonly List<TopologyEdge>[] dependencies;
    private readonly List<TopologyEdge>[] dependents;

    /// <summary>Builds the graph from its edges and, for nodes without an edge or of a known kind, from a list of nodes.</summary>
    /// <param name="edges">The dependencies.</param>
    /// <param name="nodes">Further nodes with what they are; may repeat nodes of the edges.</param>
    public TopologyGraph(IEnumerable<TopologyEdge> edges, IEnumerable<KeyValuePair<string, NodeKind>>? nodes = null)
    {
        ArgumentNullException.ThrowIfNull(edges);
        index = new Dictionary<string, int>(StringComparer.Ordinal);
        kinds = new Dictionary<string, NodeKind>(StringComparer.Ordinal);
        this.nodes = [];
        foreach (var (node, kind) in nodes ?? [])
        {
            Add(node);
            if (kind != NodeKind.Unknown)
                kinds[node] = kind;
        }

        var distinct = edges.Where(e => e.From != e.To).Distinct().ToList();
        foreach (var edge in distinct)
        {
            Add(edge.From);
            Add(edge.To);
        }

        dependencies = new List<TopologyEdge>[this.nodes.Count];
        dependents = new List<TopologyEdge>[this.nodes.Count];
        for (var i = 0; i < this.nodes.Count; i++)
        {
            dependencies[i] = [];
            dependents[i] = [];
        }

        foreach (var edge in distinct)
        {
            dependencies[index[edge.From]].Add(edge);
            dependents[index[edge.To]].Add(edge);
        }

        Edges = distinct;
    }

    /// <summary>The graph without any node.</summary>
    public static TopologyGraph Empty { get; } = new([]);

    /// <summary>All nodes, in the order in which they were first named.</summary>
    public IReadOnlyList<string> Nodes => nodes;

    /// <summary>All edges, without duplicates.</summary>
    public IReadOnlyList<TopologyEdge> Edges { get; }

    /// <summary>Whether the node is part of the graph.</summary>
    public bool Contains(string node) => index.ContainsKey(node);

    /// <summary>What the node is; <see cref="NodeKind.Unknown"/> when nobody said so.</summary>
    public NodeKind KindOf(string node) => kinds.GetValueOrDefault(node);

    /// <summary>What the node depends on; empty for an unknown node.</summary>
    public IReadOnlyList<TopologyEdge> DependenciesOf(string node) => index.TryGetValue(node, out var i) ? dependencies[i] : [];

    /// <summary>What depends on the node; empty for an unknown node.</summary>
    public IReadOnlyList<TopologyEdge> DependentsOf(string node) => index.TryGetValue(node, out var i) ? dependents[i] : [];

    /// <summary>This graph and another one together; the other one's kinds fill gaps.</summary>
    public TopologyGraph Merge(TopologyGraph other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var named = nodes.Concat(other.nodes).Distinct(StringComparer.Ordinal)
            .Select(n => KeyValuePair.Create(n, KindOf(n) != NodeKind.Unknown ? KindOf(n) : other.KindOf(n)));
        return new TopologyGraph(Edges.Concat(other.Edges), named);
    }

    private void Add(string node)
    {
        ArgumentException.ThrowIfNullOrEmpty(node);
        if (index.TryAdd(node, nodes.Count))
            nodes.Add(node);
    }
}
