using Landfall.Aws.CloudFormation;
using Landfall.Cli.Deployment;

namespace Landfall.Cli.Tests.Deployment;

public sealed class EnvironmentStacksTests
{
    [Fact]
    public void InDeletionOrder_AllParts_ServicesBeforeWhatTheyStandOn()
    {
        var stacks = new[] { Of("network", 0), Of("data", 1), Of("edge", 2), Of("backend", 3), Of("frontend", 4) };

        Assert.Equal(
            ["frontend", "backend", "edge", "data", "network"],
            EnvironmentStacks.InDeletionOrder(stacks).Select(s => s.Tags["landfall:part"]));
    }

    private static Stack Of(string part, int minute) => new(
        $"shop-dev-{part}",
        "arn",
        "CREATE_COMPLETE",
        null,
        new DateTimeOffset(2026, 1, 1, 0, minute, 0, TimeSpan.Zero),
        false,
        new Dictionary<string, string>(),
        new Dictionary<string, string> { ["landfall:part"] = part });
}
