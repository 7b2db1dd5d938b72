using Landfall.AIOps.Topology;
using Landfall.Operator.Sources;

namespace Landfall.Operator.Tests.Sources;

public sealed class OperatorTopologyTests
{
    [Fact]
    public void Of_Plan_IsItsUsesWithoutLoadTestsAndSecrets()
    {
        var graph = OperatorTopology.Of(PlainPlan.Create(
            "api: { type: web, image: n, uses: [orders, key] }, mailer: { type: worker, image: n, queue: emails, uses: [api, key] }, load: { type: loadTest, target: api }",
            "databases: { orders: { engine: aurora-postgresql } }\nqueues: { emails: {} }\nsecrets: { key: {} }"));

        Assert.Equal(["api", "emails", "mailer", "orders"], graph.Nodes.Order(StringComparer.Ordinal));
        Assert.Equal(
            [new TopologyEdge("api", "orders", EdgeKind.Uses), new TopologyEdge("mailer", "api"), new TopologyEdge("mailer", "emails", EdgeKind.Uses)],
            graph.Edges.OrderBy(edge => edge.From, StringComparer.Ordinal).ThenBy(edge => edge.To, StringComparer.Ordinal));
        Assert.Equal((NodeKind.Service, NodeKind.Resource), (graph.KindOf("api"), graph.KindOf("orders")));
    }
}
