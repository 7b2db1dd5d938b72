using Landfall.AIOps.Topology;
using Landfall.Config.Plan;
using Landfall.Config.Topology;

namespace Landfall.Operator.Sources;

/// <summary>What depends on what in an environment, from <c>uses</c>.</summary>
internal static class OperatorTopology
{
    /// <summary>Reads it from a plan.</summary>
    /// <param name="plan">The environment.</param>
    /// <returns>
    /// The graph, without load tests, which are no users, and without secrets: services that read the same one at their start have no
    /// trouble in common.
    /// </returns>
    public static TopologyGraph Of(AppPlan plan)
    {
        var topology = AppTopology.From(plan);
        var left = topology.Nodes.Where(node => node.Kind is TopologyKind.LoadTest or TopologyKind.Secret).Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        var nodes = topology.Nodes.Where(node => !left.Contains(node.Name)).ToDictionary(node => node.Name, node => node.IsService ? NodeKind.Service : NodeKind.Resource, StringComparer.Ordinal);
        return new TopologyGraph(
            topology.Edges.Where(edge => nodes.ContainsKey(edge.From) && nodes.ContainsKey(edge.To))
                .Select(edge => new TopologyEdge(edge.From, edge.To, nodes[edge.To] == NodeKind.Service ? EdgeKind.Calls : EdgeKind.Uses)),
            nodes);
    }
}
