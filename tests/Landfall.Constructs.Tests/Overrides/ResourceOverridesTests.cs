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

    [Fact]
    public void Apply_StackWithoutTheEnvironmentsName_MeansThatOfAnyEnvironment()
    {
        var templates = Synthesis.Run(With(new OverridePlan("network/Vpc", "Properties.InstanceTenancy", "dedicated")));

        Assert.Equal("dedicated", (string?)Vpc(templates)!["Properties"]!["InstanceTenancy"]);
    }

    [Fact]
    public void Apply_ItemOfAList_LeavesTheOtherItems()
    {
        var tag = JsonNode.Parse("""{ "Key": "owner", "Value": "platform" }""");
        var before = Vpc(Synthesis.Run(SmallPlan.Create()))!["Properties"]!["Tags"]!.AsArray();

        var templates = Synthesis.Run(With(new OverridePlan("network/Vpc", $"Properties.Tags.{before.Count}", tag)));

        var after = Vpc(templates)!["Properties"]!["Tags"]!.AsArray();
        Assert.Equal([.. before.Select(t => t!.ToJsonString()), tag!.ToJsonString()], after.Select(t => t!.ToJsonString()));
    }

    [Fact]
    public void Apply_WholeList_ReplacesIt()
    {
        var templates = Synthesis.Run(With(new OverridePlan("network/Vpc", "Properties.Tags", JsonNode.Parse("""[{ "Key": "a", "Value": "b" }]"""))));

        Assert.Equal("""[{"Key":"a","Value":"b"}]""", Vpc(templates)!["Properties"]!["Tags"]!.ToJsonString());
    }

    [Fact]
    public void Apply_PartBesideTheProperties_IsSet()
    {
        var templates = Synthesis.Run(With(new OverridePlan("network/Vpc", "DeletionPolicy", "Retain")));

        Assert.Equal("Retain", (string?)Vpc(templates)!["DeletionPolicy"]);
    }

    [Theory]
    [InlineData("netwrok/Vpc", "there is no stack 'netwrok'. Did you mean 'network'? There are: network.")]
    [InlineData("shop-dev-network/Vcp", "'shop-dev-network' has no resource 'Vcp'. Did you mean 'Vpc'?")]
    [InlineData("network/Vpc/Resource", "'network/Vpc' has no resource 'Resource'. There are: none.")]
    public void Apply_PathThatMatchesNothing_SaysWhatWasMeant(string path, string expected)
    {
        var failure = Assert.Throws<LandfallException>(() => Synthesis.Run(With(new OverridePlan(path, "Properties.X", 1))));

        Assert.Equal("LF2001", failure.Code);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private static AppPlan With(OverridePlan patch) => SmallPlan.Create() with { Overrides = [patch] };

    private static JsonNode? Vpc(SortedDictionary<string, JsonNode> templates) => templates["shop-dev-network"]["Resources"]!["Vpc"];
}
