using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class KeptTemplateTests
{
    [Fact]
    public void Of_PartsThatOnlyTheDeployedTemplateHas_StandBesideTheWantedOnes()
    {
        var deployed = JsonNode.Parse("""
            {
              "Description": "old",
              "Parameters": { "P": { "Default": "old" }, "Both": { "Default": "old" } },
              "Mappings": { "M": { "a": { "b": "c" } } },
              "Conditions": { "C": { "Fn::Equals": ["a", "b"] } },
              "Resources": { "Old": { "Type": "AWS::SQS::Queue" } },
              "Outputs": { "O": { "Value": "old" } }
            }
            """)!.AsObject();
        var wanted = JsonNode.Parse("""{ "Parameters": { "Both": { "Default": "new" } }, "Resources": { "New": { "Type": "AWS::SQS::Queue" } } }""")!.AsObject();

        var kept = KeptTemplate.Of("shop-dev-data", deployed, wanted);

        var expected = JsonNode.Parse("""
            {
              "Parameters": { "Both": { "Default": "new" }, "P": { "Default": "old" } },
              "Resources": { "New": { "Type": "AWS::SQS::Queue" }, "Old": { "Type": "AWS::SQS::Queue" } },
              "Mappings": { "M": { "a": { "b": "c" } } },
              "Conditions": { "C": { "Fn::Equals": ["a", "b"] } },
              "Outputs": { "O": { "Value": "old" } }
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, kept), kept.ToJsonString());
        Assert.Equal(["New"], wanted["Resources"]!.AsObject().Select(r => r.Key));
    }

    [Fact]
    public void Of_NoResourceIsLost_IsTheWantedTemplateItself()
    {
        var wanted = Template(Queue("Jobs", "shop-dev-jobs"));

        Assert.Same(wanted, KeptTemplate.Of("shop-dev-data", Template($"P < /shop/dev/x\n{Queue("Jobs", "shop-dev-other")}"), wanted));
    }

    [Theory]
    [InlineData("Resources", 500, "resources")]
    [InlineData("Parameters", 200, "parameters")]
    [InlineData("Outputs", 200, "outputs")]
    public void Of_MoreThanCloudFormationTakes_IsRefusedWithTheNumber(string section, int most, string word)
    {
        var full = KeptTemplate.Of("shop-dev-data", Filled(section, "Old", most / 2), Filled(section, "New", most - (most / 2)));
        var refused = Assert.Throws<LandfallException>(() => KeptTemplate.Of("shop-dev-data", Filled(section, "Old", most / 2), Filled(section, "New", most - (most / 2) + 1)));

        Assert.Equal(most, full[section]!.AsObject().Count);
        Assert.Equal(ErrorCodes.TemplateTooLarge, refused.Code);
        Assert.Equal(
            $"'shop-dev-data' would have {most + 1} {word} while old and new ones stand side by side; CloudFormation takes {most}. Deploy twice: first only add what is new, then remove what is old.",
            refused.Message);
    }

    /// <summary>A template with so many entries in a section, and a resource of its own.</summary>
    private static JsonObject Filled(string section, string name, int count)
    {
        var template = new JsonObject { ["Resources"] = new JsonObject { [$"{name}0"] = new JsonObject() } };
        var entries = (template[section] ??= new JsonObject()).AsObject();
        for (var i = 0; i < count; i++)
            entries[$"{name}{i}"] = new JsonObject();
        return template;
    }
}
