using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment;

public sealed class DeploymentServiceTests
{
    [Theory]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public void Arguments_ProtectedOnAws_TakeBackWhatWasKept(bool local, bool protect, bool expected) =>
        Assert.Equal(
            expected,
            DeploymentService.Arguments("cdk.out", [Operation()], local, protect).Contains("--import-existing-resources"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Arguments_AValueMayHaveChanged_MakesTheCliAskCloudFormation(bool forced) =>
        Assert.Equal(
            forced, DeploymentService.Arguments("cdk.out", [Operation() with { Forced = forced }], local: false, protect: false).Contains("--force"));

    private static StackOperation Operation()
    {
        var stack = Wanted("data", "");
        return new StackOperation(Pass.Shared, stack.Name, stack, stack.Template, []);
    }
}
