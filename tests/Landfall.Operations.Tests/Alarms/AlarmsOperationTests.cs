using Landfall.Aws.Alarms;
using Landfall.Operations.Alarms;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Alarms;

public sealed class AlarmsOperationTests
{
    [Fact]
    public void Of_Alarms_AreByStateAndOfTheServiceWithTheLongestName()
    {
        var plan = PlainPlan.Create();
        plan = plan with { Services = [.. plan.Services, plan.Services[0] with { Name = "api-v2", Title = "next" }] };
        MetricAlarmState[] alarms =
        [
            Alarm("shop-dev-api-Fault", "OK"), Alarm("shop-dev-api-v2-Fault", "ALARM"), Alarm("shop-dev-edge-Cpu", "INSUFFICIENT_DATA"), Alarm("shop-dev-2-api-Fault", "ALARM"), Alarm("shop-dev-api-Crashes", "ALARM"),
        ];

        Assert.Equal(
            [("shop-dev-api-Crashes", "api"), ("shop-dev-api-v2-Fault", "next"), ("shop-dev-edge-Cpu", null), ("shop-dev-api-Fault", "api")],
            AlarmsOperation.Of(plan, null, alarms).Select(a => (a.Name, a.Service)));
        Assert.Equal(["shop-dev-api-Crashes", "shop-dev-api-Fault"], AlarmsOperation.Of(plan, [plan.Services[0]], alarms).Select(a => a.Name));
    }

    private static MetricAlarmState Alarm(string name, string state) => new(name, state, "r", null, "m", true);
}
