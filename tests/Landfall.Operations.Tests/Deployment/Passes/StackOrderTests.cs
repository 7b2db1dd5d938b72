using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class StackOrderTests
{
    [Theory]
    [InlineData("/x", "/v2", "/y", "/x", "b a")] // b takes over what a lets go of
    [InlineData("/v2", "/x", "/x", "/y", "a b")]
    [InlineData("/x", "/x", "/y", "/z", "a b")]
    [InlineData("/*", "/api/*", "/api/*", "/*", "b a")] // a swap: the one for everything is there before it is taken away
    [InlineData("/api/*", "/*", "/*", "/api/*", "a b")]
    [InlineData("/x", "/y", "/y", "/x", "a b")] // a swap that leaves a gap either way
    public void Deployments_PathsMove_AreServedAllTheTime(string wasA, string isA, string wasB, string isB, string expected)
    {
        var order = StackOrder.Deployments(
            [Wanted("a", Rule(1, isA)), Wanted("b", Rule(2, isB))], Uses(Wanted("a", Rule(1, wasA)), Wanted("b", Rule(2, wasB))), Uses(Wanted("a", Rule(1, isA)), Wanted("b", Rule(2, isB))));

        Assert.Equal(expected, string.Join(' ', order.Select(o => o.Stack.Name["shop-dev-".Length..])));
    }

    [Fact]
    public void Deployments_PathIsTakenOver_MakesTheOtherOneWait()
    {
        var order = StackOrder.Deployments(
            [Wanted("a", Rule(1, "/v2")), Wanted("b", Rule(2, "/x"))], Uses(Wanted("a", Rule(1, "/x"))), Uses(Wanted("a", Rule(1, "/v2")), Wanted("b", Rule(2, "/x"))));

        Assert.Equal(["shop-dev-b"], order.Single(o => o.Stack.Name == "shop-dev-a").After);
    }

    [Fact]
    public void Deployments_ReaderIsAboutToLeave_MovesBeforeWhatItLeaves()
    {
        var (jobs, mails) = (Queue("Jobs", "shop-dev-jobs"), Queue("Jobs", "shop-dev-mails"));

        var order = StackOrder.Deployments(
            [Wanted("a", mails), Wanted("b", Task("x"))], Uses(Wanted("a", jobs), Wanted("b", Task(":shop-dev-jobs"))), Uses(Wanted("a", mails), Wanted("b", Task("x"))));

        Assert.Equal(["shop-dev-b", "shop-dev-a"], order.Select(o => o.Stack.Name));
        Assert.Equal(["shop-dev-b"], order[1].After);
    }

    /// <summary>Of two paths that are let go of, one is served by nobody else: its stack goes last.</summary>
    [Fact]
    public void Deployments_SwapWhereAThirdServesTheOne_LetsGoOfThatFirst()
    {
        AssemblyStack[] before = [Wanted("a", Rule(1, "/x")), Wanted("b", Rule(2, "/api/y")), Wanted("c", Rule(3, "/api/*"))];
        AssemblyStack[] wanted = [Wanted("a", Rule(1, "/api/y")), Wanted("b", Rule(2, "/x")), Wanted("c", Rule(3, "/api/*"))];

        var order = StackOrder.Deployments(wanted, Uses(before), Uses(wanted)).Select(o => o.Stack.Name).ToList();

        Assert.True(order.IndexOf("shop-dev-b") < order.IndexOf("shop-dev-a"), string.Join(' ', order));
    }

    private static Dictionary<string, TemplateUse> Uses(params AssemblyStack[] stacks) =>
        stacks.ToDictionary(s => s.Name, s => new TemplateUse(s.Template), StringComparer.Ordinal);
}
