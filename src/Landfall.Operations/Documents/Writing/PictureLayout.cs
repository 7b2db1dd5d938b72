using Landfall.Config.Topology;

namespace Landfall.Operations.Documents.Writing;

/// <summary>Where the things of a topology stand in a picture: in columns from left to right, each behind whatever uses it.</summary>
internal sealed class PictureLayout
{
    private readonly IReadOnlyList<TopologyNode> _nodes;
    private readonly IReadOnlyList<(int From, int To)> _edges;
    private readonly int[] _columns;

    /// <summary>Lays a topology out.</summary>
    /// <param name="topology">The topology.</param>
    public PictureLayout(AppTopology topology)
    {
        _nodes = topology.Nodes;
        var index = _nodes.Select((node, i) => (node.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        _edges = [.. topology.Edges.Select(edge => (index[edge.From], index[edge.To]))];
        _columns = Columns();
        Places = Order();
        Width = _columns.Length == 0 ? 0 : _columns.Max() + 1;
        Height = Places.Count == 0 ? 0 : Places.Max(place => place.Row) + 1;
    }

    /// <summary>The column and the row of each node; rows of a short column stand in the middle, so they may be halves.</summary>
    public IReadOnlyList<(int Column, double Row)> Places { get; }

    /// <summary>How many columns there are.</summary>
    public int Width { get; }

    /// <summary>How many rows there are.</summary>
    public double Height { get; }

    /// <summary>The longest way to each node. Where services use each other in a circle, the way back counts for nothing.</summary>
    private int[] Columns()
    {
        var columns = new int[_nodes.Count];
        var entered = new bool[_nodes.Count];
        var left = new List<int>();
        var forward = new List<(int From, int To)>();
        for (var i = 0; i < _nodes.Count; i++)
            Visit(i, []);

        // Backwards in the order of leaving, every node comes before what it uses.
        foreach (var node in Enumerable.Reverse(left))
        {
            foreach (var (_, to) in forward.Where(edge => edge.From == node))
                columns[to] = Math.Max(columns[to], columns[node] + 1);
        }

        return columns;

        void Visit(int node, HashSet<int> above)
        {
            if (entered[node])
                return;
            entered[node] = true;
            above.Add(node);
            foreach (var edge in _edges.Where(edge => edge.From == node && !above.Contains(edge.To)))
            {
                forward.Add(edge);
                Visit(edge.To, above);
            }

            above.Remove(node);
            left.Add(node);
        }
    }

    /// <summary>Each column in the order of the middle of what uses its nodes, so that few lines cross.</summary>
    private List<(int Column, double Row)> Order()
    {
        var rows = new double[_nodes.Count];
        var columns = Enumerable.Range(0, _nodes.Count).GroupBy(node => _columns[node]).OrderBy(group => group.Key).ToList();
        var tallest = columns.Count == 0 ? 0 : columns.Max(column => column.Count());
        foreach (var column in columns)
        {
            var ordered = column.OrderBy(Middle).ThenBy(node => node).ToList();
            for (var i = 0; i < ordered.Count; i++)
                rows[ordered[i]] = i + ((tallest - ordered.Count) / 2.0);
        }

        return [.. Enumerable.Range(0, _nodes.Count).Select(node => (_columns[node], rows[node]))];

        double Middle(int node) => _edges.Where(edge => edge.To == node && _columns[edge.From] < _columns[node]).Select(edge => rows[edge.From]).DefaultIfEmpty(tallest).Average();
    }
}
