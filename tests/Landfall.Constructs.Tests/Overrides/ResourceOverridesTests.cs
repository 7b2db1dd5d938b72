using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Overrides;

public sealed class ResourceOverridesTests
{
    [Fact]
    public void Apply_PropertyOfAResource_IsInTheTemplate()
    {
        var templates = Synthesis.Run(With(new OverridePlan("shop-dev-network/Vpc", "Properties.InstanceTenancy", "dedicated")));

        Assert.Equal("dedicated", (string?)Vpc(templates)!["Properties"]!["InstanceTenancy"]);
    }

    [Fact]
    public void Apply_NullValue_DeletesTheProperty()
    {
        var templates = Synthesis.Run(With(new OverridePlan("shop-dev-network/Vpc", "Properties.EnableDnsSupport", null)));

        Assert.Null(Vpc(templates)!["Properties"]!["EnableDnsSupport"]);
        Assert.NotNull(Vpc(templates)!["Properties"]!["EnableDnsHostnames"]);
    }

    [Fact]
    public void Apply_NestedValue_IsWrittenAsItIs()
    {
        var value = JsonNode.Parse("""{ "a": [true, 1.5, "x"] }""");
        var templates = Synthesis.Run(With(new OverridePlan("shop-dev-network/Vpc", "Metadata.note", value)));

        Assert.Equal("""{"a":[true,1.5,"x"]}""", Vpc(templates)!["Metadata"]!["note"]!.ToJsonString());
    }

    [Theory]
    [InlineData("shop-dev-netwrok/Vpc", "'shop-dev-netwrok'. Did you mean 'shop-dev-network'?")]
    [InlineData("shop-dev-network/Vcp", "'shop-dev-network' has no resource 'Vcp'. Did you mean 'Vpc'?")]
    public void Apply_PathThatMatchesNothing_SaysWhatWasMeant(string path, string expected)
    {
        var failure = Assert.Throws<LandfallException>(() => Synthesis.Run(With(new OverridePlan(path, "Properties.X", 1))));

        Assert.Equal("LF2001", failure.Code);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private static AppPlan With(OverridePlan patch) => SmallPlan.Create() with { Overrides = [patch] };

    private static JsonNode? Vpc(SortedDictionary<string, JsonNode> templates) => templates["shop-dev-network"]["Resources"]!["Vpc"];
}
