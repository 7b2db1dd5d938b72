using Landfall.Config.Topology;

namespace Landfall.Operations.Listing;

/// <summary>What uses what in an environment.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Nodes">Services and what they use.</param>
/// <param name="Edges">Who uses what.</param>
/// <param name="Diagram">The same as a picture.</param>
internal sealed record ProjectGraph(
    string App,
    string Environment,
    IReadOnlyList<TopologyNode> Nodes,
    IReadOnlyList<UseEdge> Edges,
    string Diagram);
