using Landfall.Operations.Deployment;

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
            DeploymentService.Arguments("cdk.out", ["shop-prod-data"], local, protect).Contains("--import-existing-resources"));
}
