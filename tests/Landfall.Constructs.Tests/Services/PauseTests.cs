using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Services;

public sealed class PauseTests
{
    private static readonly Lazy<SynthesisedApp> Shop = new(() => new SynthesisedApp(SmallPlan.Create("""
        services:
          before: { type: web, image: n, path: /a, deploy: { strategy: blueGreen, pause: beforeTraffic } }
          after: { type: web, image: n, path: /b, deploy: { strategy: linear, pause: { at: afterTraffic, timeout: 90m, then: continue } } }
          never: { type: web, image: n, path: /c, deploy: { strategy: canary } }
        """)));

    [Theory]
    [InlineData("before", """[{"LifecycleStages":["POST_SCALE_UP"],"TargetType":"PAUSE","TimeoutConfiguration":{"Action":"ROLLBACK","TimeoutInMinutes":1440}}]""")]
    [InlineData("after", """[{"LifecycleStages":["POST_PRODUCTION_TRAFFIC_SHIFT"],"TargetType":"PAUSE","TimeoutConfiguration":{"Action":"CONTINUE","TimeoutInMinutes":90}}]""")]
    [InlineData("never", null)]
    public void Service_Pause_IsAHookOfItsDeployments(string service, string? hooks) =>
        Assert.Equal(hooks, Shop.Value.Properties($"shop-dev-{service}", "Service")["DeploymentConfiguration"]!["LifecycleHooks"]?.ToJsonString());
}
