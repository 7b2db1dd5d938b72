using Landfall.AIOps.Topology;

namespace Landfall.AIOps.Tests.Topology;

public sealed class TopologyGraphTests
{
    [Fact]
    public void FromUses_ServicesAndResources_TellsThemApart()
    {
        var graph = TopologySources.FromUses(new Dictionary<string, IReadOnlyList<string>> { ["api"] = ["orders", "mail"], ["mail"] = [] });

        Assert.Equal(NodeKind.Resource, graph.KindOf("orders"));
        Assert.Equal(NodeKind.Service, graph.KindOf("mail"));
        Assert.Equal([new TopologyEdge("api", "orders", EdgeKind.Uses), new TopologyEdge("api", "mail")], graph.DependenciesOf("api"));
        Assert.Equal("api", Assert.Single(graph.DependentsOf("mail")).From);
    }
}
