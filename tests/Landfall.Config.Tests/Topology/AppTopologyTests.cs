using Landfall.Config.Tests.Samples;
using Landfall.Config.Topology;

namespace Landfall.Config.Tests.Topology;

public class AppTopologyTests
{
    private static readonly AppTopology Shop = AppTopology.From(TestLoad.Plan(ShopFile.Yaml, "dev"));

    [Fact]
    public void From_Shop_HasANodeForEverythingAndAnEdgeForEveryUse()
    {
        Assert.Equal(
            ["api", "load", "mailer", "nightly", "web", "orders", "audit", "uploads", "emails", "session", "stripe", "auth"],
            Shop.Nodes.Select(node => node.Name));
        Assert.Equal(
            ["api>orders", "api>audit", "api>uploads", "api>emails", "api>stripe", "load>api", "mailer>emails", "nightly>orders", "web>api"],
            Shop.Edges.Select(edge => $"{edge.From}>{edge.To}"));
    }

    [Fact]
    public void Render_ShopAsMermaid_IsTheGoldenDiagram() =>
        GoldenFile.Verify("tests/Landfall.Config.Tests/Golden/shop.mermaid", MermaidDiagram.Render(Shop));

    [Fact]
    public void Render_ShopAsText_IsTheGoldenDiagram() =>
        GoldenFile.Verify("tests/Landfall.Config.Tests/Golden/shop.txt", TextDiagram.Render(Shop));
}
