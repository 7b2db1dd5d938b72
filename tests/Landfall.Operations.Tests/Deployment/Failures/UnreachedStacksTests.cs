using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;

namespace Landfall.Operations.Tests.Deployment.Failures;

public sealed class UnreachedStacksTests
{
    [Fact]
    public void Of_StacksThatTheRunDidNotComeTo_TellsHealthyOnesFromUnreachedOnes()
    {
        var wanted = new[] { Wanted("network", 1), Wanted("same", 1), Wanted("changed", 2), Wanted("new", 1), Wanted("broken", 1) };
        var deployed = new[] { Deployed("same", 1), Deployed("changed", 1), Deployed("broken", 1, "UPDATE_ROLLBACK_FAILED") };

        var rows = UnreachedStacks.Of(wanted, [new StackReport("network", StackOutcome.Failed, 0, 0), new StackReport("other", StackOutcome.Updated, 0, 0)], deployed);

        Assert.Equal(
            [("same", StackOutcome.Unchanged), ("changed", StackOutcome.NotReached), ("new", StackOutcome.NotReached), ("broken", StackOutcome.NotReached)],
            rows.Select(r => (r.Stack, r.Outcome)));
    }

    private static AssemblyStack Wanted(string name, int version) => new(name, name, [], name + ".json", Template(version));

    private static DeployedStack Deployed(string name, int version, string status = "CREATE_COMPLETE") => new(
        new Stack(
            name, "arn", status, null, DateTimeOffset.UnixEpoch, false,
            new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>()),
        Template(version));

    private static JsonObject Template(int version) => new() { ["Description"] = $"version {version}", ["Resources"] = new JsonObject() };
}
