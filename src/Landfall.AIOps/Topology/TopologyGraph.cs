namespace Landfall.AIOps.Topology;

/// <summary>
/// Services, resources, hosts and zones with the dependencies between them. Immutable; nodes keep the order in which
/// they were first named, edges to oneself and duplicates are dropped, and cycles are allowed.
/// </summary>
public sealed class TopologyGraph
{
    private readonly Dictionary<string, int> _index;
    private readonly List<string> _nodes;
    private readonly Dictionary<string, NodeKind> _kinds;
    private readonly List<TopologyEdge>[] _dependencies;
    private readonly List<TopologyEdge>[] _dependents;

    /// <summary>Builds the graph from its edges and, for nodes without an edge or of a known kind, from a list of nodes.</summary>
    /// <param name="edges">The dependencies.</param>
    /// <param name="nodes">Further nodes with what they are; may repeat nodes of the edges.</param>
    public TopologyGraph(IEnumerable<TopologyEdge> edges, IEnumerable<KeyValuePair<string, NodeKind>>? nodes = null)
    {
        ArgumentNullException.ThrowIfNull(edges);
        _index = new Dictionary<string, int>(StringComparer.Ordinal);
        _kinds = new Dictionary<string, NodeKind>(StringComparer.Ordinal);
        _nodes = [];
        foreach (var (node, kind) in nodes ?? [])
        {
            Add(node);
            if (kind != NodeKind.Unknown)
                _kinds[node] = kind;
        }

        var distinct = edges.Where(e => e.From != e.To).Distinct().ToList();
        foreach (var edge in distinct)
        {
            Add(edge.From);
            Add(edge.To);
        }

        _dependencies = new List<TopologyEdge>[_nodes.Count];
        _dependents = new List<TopologyEdge>[_nodes.Count];
        for (var i = 0; i < _nodes.Count; i++)
        {
            _dependencies[i] = [];
            _dependents[i] = [];
        }

        foreach (var edge in distinct)
        {
            _dependencies[_index[edge.From]].Add(edge);
            _dependents[_index[edge.To]].Add(edge);
        }

        Edges = distinct;
    }

    /// <summary>The graph without any node.</summary>
    public static TopologyGraph Empty { get; } = new([]);

    /// <summary>All nodes, in the order in which they were first named.</summary>
    public IReadOnlyList<string> Nodes => _nodes;

    /// <summary>All edges, without duplicates.</summary>
    public IReadOnlyList<TopologyEdge> Edges { get; }

    /// <summary>Whether the node is part of the graph.</summary>
    public bool Contains(string node) => _index.ContainsKey(node);

    /// <summary>What the node is; <see cref="NodeKind.Unknown"/> when nobody said so.</summary>
    public NodeKind KindOf(string node) => _kinds.GetValueOrDefault(node);

    /// <summary>What the node depends on; empty for an unknown node.</summary>
    public IReadOnlyList<TopologyEdge> DependenciesOf(string node) => _index.TryGetValue(node, out var i) ? _dependencies[i] : [];

    /// <summary>What depends on the node; empty for an unknown node.</summary>
    public IReadOnlyList<TopologyEdge> DependentsOf(string node) => _index.TryGetValue(node, out var i) ? _dependents[i] : [];

    /// <summary>This graph and another one together; the other one's kinds fill gaps.</summary>
    public TopologyGraph Merge(TopologyGraph other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var named = _nodes.Concat(other._nodes).Distinct(StringComparer.Ordinal)
            .Select(n => KeyValuePair.Create(n, KindOf(n) != NodeKind.Unknown ? KindOf(n) : other.KindOf(n)));
        return new TopologyGraph(Edges.Concat(other.Edges), named);
    }

    private void Add(string node)
    {
        ArgumentException.ThrowIfNullOrEmpty(node);
        if (_index.TryAdd(node, _nodes.Count))
            _nodes.Add(node);
    }
}
