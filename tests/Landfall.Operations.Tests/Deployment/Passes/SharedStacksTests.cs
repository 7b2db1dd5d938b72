using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class SharedStacksTests
{
    [Fact]
    public void Of_StacksThatOthersDependOn_AreShared() =>
        Assert.Equal(["data", "network"], Shared([], Wanted("network", ""), Wanted("data", "", "network"), Wanted("api", Task("x"), "data")));

    [Fact]
    public void Of_StackThatRunsTasks_IsNoneAndNeitherIsWhatDependsOnIt() =>
        Assert.Empty(Shared([], Wanted("api", Task("x")), Wanted("canary", "", "api"), Wanted("report", "", "canary")));

    [Fact]
    public void Of_StackThatRanTasksUntilNow_IsNone() =>
        Assert.Empty(Shared([Deployed("api", Task("x"))], Wanted("api", ""), Wanted("web", Task("x"), "api")));

    [Fact]
    public void Of_StackThatAnotherUsesAsItIsDeployed_IsShared()
    {
        var jobs = Queue("Jobs", "shop-dev-jobs");

        Assert.Equal(["data"], Shared([Deployed("data", jobs), Deployed("api", Task(":shop-dev-jobs")), Deployed("web", Task("x"))], Wanted("data", jobs), Wanted("api", Task("x"))));
        Assert.Empty(Shared([Deployed("data", jobs), Deployed("web", Task("x"))], Wanted("data", jobs), Wanted("api", Task("x"))));
    }

    [Fact]
    public void Of_StackThatUsesItself_IsNotSharedForThat()
    {
        var own = Queue("Jobs", "shop-dev-jobs") + "\n" + """Role: { "Type": "AWS::IAM::Role", "Properties": { "Queue": "arn:aws:sqs:eu-west-1:1:shop-dev-jobs" } }""";

        Assert.Empty(Shared([Deployed("data", own)], Wanted("data", own)));
    }

    private static IEnumerable<string> Shared(DeployedStack[] deployed, params AssemblyStack[] wanted) =>
        SharedStacks.Of(wanted, deployed.ToDictionary(d => d.Name, d => new TemplateUse(d.Template)))
            .Select(name => name["shop-dev-".Length..]).Order(StringComparer.Ordinal);
}
