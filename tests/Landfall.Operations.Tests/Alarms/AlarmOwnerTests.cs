using Landfall.Operations.Alarms;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Alarms;

public sealed class AlarmOwnerTests
{
    [Theory]
    [InlineData("shop-dev-api-Fault", "shop-dev-api", true)]
    [InlineData("shop-dev-api-v2-Fault", "shop-dev-api-v2", false)]
    [InlineData("shop-dev-edge-Fault", "shop-dev-edge", false)]
    [InlineData("shop-dev-2-api-Fault", null, false)] // of the environment 'dev-2'
    [InlineData("shop-dev-apiary-Fault", null, false)]
    public void Of_Alarm_IsTheStacksWithTheLongestName(string alarm, string? stack, bool isOfApi)
    {
        var plan = PlainPlan.Create();
        plan = plan with { Services = [.. plan.Services, plan.Services[0] with { Name = "api-v2" }] };

        Assert.Equal(stack, new AlarmOwner(plan).Of(alarm)?.Name);
        Assert.Equal(isOfApi, new AlarmOwner(plan).IsOf(alarm, [plan.Services[0]]));
    }
}
