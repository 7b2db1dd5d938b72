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

    [Theory]
    [InlineData(null, "/*", "a.example.com", "/x", true)]
    [InlineData("a.example.com", "/*", null, "/x", false)]
    [InlineData(null, "/x/*", null, "/x/y", true)]
    [InlineData(null, "/x/*", null, "/x", false)]
    [InlineData(null, "/x", null, "/x/y", false)]
    [InlineData(null, null, null, "/x", true)]
    public void Covers_Requests_OnlyWhereEveryOneIsForwarded(string? host, string? path, string? otherHost, string? otherPath, bool expected) =>
        Assert.Equal(expected, new ServedPath(host, path).Covers(new ServedPath(otherHost, otherPath)));

    private static Dictionary<string, TemplateUse> Uses(params AssemblyStack[] stacks) =>
        stacks.ToDictionary(s => s.Name, s => new TemplateUse(s.Template), StringComparer.Ordinal);
}
