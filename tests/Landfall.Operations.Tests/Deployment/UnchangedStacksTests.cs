using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class UnchangedStacksTests
{
    private const string Template = """
        { "Parameters": { "Vpc": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/shop/dev/vpc" }, "Size": { "Type": "String", "Default": "2" } },
          "Resources": { "Topic": { "Type": "AWS::SNS::Topic" } } }
        """;

    private static readonly AssemblyStack Wanted = new("shop-dev-api", "shop-dev-api", [], "t.json", JsonNode.Parse(Template)!.AsObject())
    {
        Tags = new Dictionary<string, string> { ["team"] = "shop" },
    };

    private static readonly Stack Running = new(
        "shop-dev-api",
        "arn",
        "UPDATE_COMPLETE",
        null,
        DateTimeOffset.UnixEpoch,
        false,
        new Dictionary<string, string>(),
        new Dictionary<string, string> { ["team"] = "shop" },
        new Dictionary<string, string> { ["Vpc"] = "vpc-1", ["Size"] = "2" });

    [Fact]
    public void IsAsWanted_SameInEveryRespect_IsTrue() => Assert.True(UnchangedStacks.IsAsWanted(Deployed(Running), Wanted));

    [Fact]
    public void IsAsWanted_AnythingElse_IsFalse()
    {
        Stack[] others =
        [
            Running with { Status = "UPDATE_ROLLBACK_COMPLETE" },
            Running with { TerminationProtection = true },
            Running with { Tags = new Dictionary<string, string> { ["team"] = "other" } },
            Running with { Tags = new Dictionary<string, string> { ["team"] = "shop", ["more"] = "1" } },
            Running with { Parameters = new Dictionary<string, string> { ["Vpc"] = "vpc-1", ["Size"] = "3" } },
        ];

        Assert.All(others, other => Assert.False(UnchangedStacks.IsAsWanted(Deployed(other), Wanted)));
        Assert.False(UnchangedStacks.IsAsWanted(Deployed(Running, Template.Replace("Topic", "Other", StringComparison.Ordinal)), Wanted));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void IsAsWanted_StackThatProtectsItsContents_IsOnceProtectionIsOn(string value, bool expected)
    {
        var template = Template.Replace("\"Size\"", $"\"{ProtectionParameter.Name}\"", StringComparison.Ordinal).Replace("\"2\"", "\"false\"", StringComparison.Ordinal);
        var wanted = Wanted with { Template = JsonNode.Parse(template)!.AsObject() };
        var running = Running with { Parameters = new Dictionary<string, string> { ["Vpc"] = "vpc-1", [ProtectionParameter.Name] = value } };

        Assert.Equal(expected, UnchangedStacks.IsAsWanted(Deployed(running, template), wanted));
    }

    [Theory]
    [InlineData("vpc-1", true)]
    [InlineData("vpc-2", false)]
    [InlineData(null, false)]
    public void HasValues_OfWhatIsPublishedNow_ComparesEach(string? published, bool expected)
    {
        var values = published is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["/shop/dev/vpc"] = published };

        Assert.Equal(expected, UnchangedStacks.HasValues(Deployed(Running), Wanted, values));
    }

    private static DeployedStack Deployed(Stack stack, string template = Template) => new(stack, JsonNode.Parse(template)!.AsObject());
}
