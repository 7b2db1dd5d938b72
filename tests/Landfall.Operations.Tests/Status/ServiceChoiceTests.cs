using Landfall.Config;
using Landfall.Operations.Status;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Status;

public sealed class ServiceChoiceTests
{
    [Fact]
    public void Of_NoName_IsEveryService() => Assert.Equal(["api"], ServiceChoice.Of(PlainPlan.Create(), []).Select(s => s.Title));

    [Fact]
    public void Of_NameInTheFileOrInAws_IsTheService()
    {
        var plan = PlainPlan.Create();
        plan = plan with { Services = [plan.Services[0] with { Title = "front" }] };

        Assert.Single(ServiceChoice.Of(plan, ["front"]));
        Assert.Single(ServiceChoice.Of(plan, ["api", "front"]));
    }

    [Fact]
    public void Of_UnknownName_NamesThoseThatThereAre()
    {
        var error = Assert.Throws<LandfallException>(() => ServiceChoice.Of(PlainPlan.Create(), ["apy"]));

        Assert.Equal((ErrorCodes.ServiceUnknown, "'apy' is no service of 'dev'. It has api. A folder is written with a slash: ./apy."), (error.Code, error.Message));
    }
}
