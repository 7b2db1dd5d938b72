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

    [Theory]
    [InlineData("CREATE_COMPLETE", true)]
    [InlineData("IMPORT_COMPLETE", true)]
    [InlineData("UPDATE_ROLLBACK_COMPLETE", false)]
    [InlineData("IMPORT_ROLLBACK_COMPLETE", false)]
    [InlineData("UPDATE_IN_PROGRESS", false)]
    public void IsAsWanted_Status_IsOneThatTheLastDeploymentEndedWellIn(string status, bool expected) =>
        Assert.Equal(expected, UnchangedStacks.IsAsWanted(Deployed(Running with { Status = status }), Wanted));

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

    [Theory]
    [InlineData("UPDATE_COMPLETE", "shop-dev-api", true)]
    [InlineData("UPDATE_ROLLBACK_COMPLETE", "shop-dev-api", false)]
    [InlineData("UPDATE_COMPLETE", "shop-dev-web", false)]
    public async Task FindAsync_PublishedValuesAreTheSame_TheStackDecides(string status, string wanted, bool unchanged)
    {
        var parameters = new FakeParameters { Values = { ["/shop/dev/vpc"] = "vpc-1" } };
        using var aws = new FakeCloudFormation(parameters.Answer);
        using var regions = new StackRegions(aws.Session, new Dictionary<string, string>());

        var reports = await UnchangedStacks.FindAsync(
            regions, [Deployed(Running with { Status = status })], [Wanted with { Id = wanted, Name = wanted }], TestContext.Current.CancellationToken);

        Assert.Equal(unchanged ? [new StackReport(wanted, StackOutcome.Unchanged, 1, 0)] : null, reports);
    }

    /// <summary>The reader has what it was deployed with; what was published elsewhere since then is not carried yet.</summary>
    [Theory]
    [InlineData("vpc-1", "vpc-1", true)]
    [InlineData("vpc-1", "vpc-2", false)]
    [InlineData(null, "vpc-1", false)]
    public async Task FindAsync_ValueOfAnotherRegion_IsUnchangedWhereItIsCarried(string? carried, string published, bool unchanged)
    {
        const string Publisher = """
            { "Resources": { "P": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "/shop/dev/vpc", "Value": { "Ref": "V" } } } }, "Outputs": { "O": { "Value": { "Ref": "V" } } } }
            """;
        var parameters = new FakeParameters();
        if (carried is not null)
            parameters.Values["/shop/dev/vpc"] = carried;
        using var aws = new FakeCloudFormation(parameters.Answer);
        using var regions = new StackRegions(aws.Session, new Dictionary<string, string> { ["elsewhere"] = "us-east-1" });
        var publisher = Running with { Name = "elsewhere", Parameters = new Dictionary<string, string>(), Outputs = new Dictionary<string, string> { ["O"] = published } };
        var wanted = Wanted with { Id = "elsewhere", Name = "elsewhere", Template = JsonNode.Parse(Publisher)!.AsObject() };

        var reports = await UnchangedStacks.FindAsync(regions, [Deployed(Running), Deployed(publisher, Publisher)], [Wanted, wanted], TestContext.Current.CancellationToken);

        Assert.Equal(unchanged, reports is not null);
    }

    private static DeployedStack Deployed(Stack stack, string template = Template) => new(stack, JsonNode.Parse(template)!.AsObject());
}
