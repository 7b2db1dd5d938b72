using Landfall.Operations.Changes;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Tests.Changes;

public class ChangeSetGuardTests
{
    [Fact]
    public void Groups_StacksThatWaitForOthers_ComeLater()
    {
        var groups = ChangeSetGuard.Groups([Of("network"), Of("data", "network"), Of("edge", "network"), Of("mail", "data"), Of("other")]);

        Assert.Equal(["network other", "data edge", "mail"], groups.Select(g => string.Join(' ', g.Select(o => o.Stack))));
    }

    [Fact]
    public void Arguments_Stacks_ArePreparedAndNotExecuted()
    {
        var arguments = ChangeSetGuard.Arguments("cdk.out", [Of("data")]);

        Assert.Equal(["deploy", "data"], arguments.Take(2));
        Assert.Equal("prepare-change-set", arguments[arguments.ToList().IndexOf("--method") + 1]);
        Assert.Contains("--exclusively", arguments);
    }

    [Theory]
    [InlineData(StackAction.Update, true)]
    [InlineData(StackAction.Create, false)]
    public void Looks_Run_OnlyWhereAStackThatStandsIsChanged(object action, bool looks)
    {
        var change = new Change("dev", "digest", [new StackChange("data", (StackAction)action, [])], [], []);

        Assert.Equal(looks, new ChangeSetGuard(null!, null!, change).Looks([Of("network"), Of("data")]));
        Assert.False(new ChangeSetGuard(null!, null!, change).Looks([Of("network")]));
    }

    private static StackOperation Of(string stack, params string[] after) => new(Pass.Shared, stack, Environments.Wanted(stack, []), [], after);
}
