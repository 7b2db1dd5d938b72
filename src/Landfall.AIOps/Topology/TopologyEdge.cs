namespace Landfall.AIOps.Topology;

/// <summary>One dependency: trouble of <paramref name="To"/> can become trouble of <paramref name="From"/>.</summary>
/// <param name="From">The node that depends.</param>
/// <param name="To">The node that is depended on.</param>
/// <param name="Kind">How.</param>
public readonly record struct TopologyEdge(string From, string To, EdgeKind Kind = EdgeKind.Calls);
