using Landfall.Config.Plan;
using Landfall.Operator.Sources;

namespace Landfall.Operator.Tests.Sources;

public sealed class StartLimitTests
{
    [Theory]
    [InlineData("{ type: worker, image: n, queue: emails }", 300)]
    [InlineData("{ type: web, image: n, health: { path: /, gracePeriod: 2m, interval: 10s, healthyThreshold: 3 } }", 300 + 120 + 30)]
    [InlineData("{ type: worker, image: n, queue: emails, containerHealth: { command: ./check, startPeriod: 1m, interval: 20s, retries: 4 } }", 300 + 60 + 80)]
    public void Of_Service_IsTheTimeToPlaceATaskAndThatOfItsOwnChecks(string service, int seconds)
    {
        var plan = PlainPlan.Create($"api: {service}", "queues: { emails: {} }");

        Assert.Equal(TimeSpan.FromSeconds(seconds), StartLimit.Of((ContainerServicePlan)plan.Services[0]));
    }
}
