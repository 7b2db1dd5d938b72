using Landfall.Config.Plan;
using static Amazon.CDK.AWS.ECS.CfnService;

namespace Landfall.Constructs.Services;

/// <summary>How ECS replaces the tasks of a service.</summary>
internal static class Deployments
{
    public static DeploymentConfigurationProperty Of(DeployPlan deploy, IReadOnlyList<string> alarms, IReadOnlyList<DeploymentLifecycleHookProperty> checks)
    {
        var step = deploy.StepInterval.TotalMinutes;
        return new DeploymentConfigurationProperty
        {
            MinimumHealthyPercent = 100,
            MaximumPercent = 200,
            // Of use to every strategy (Amazon ECS Developer Guide, "deployment failure detection"): without it tasks that
            // never start keep a deployment, and CloudFormation, waiting for hours.
            DeploymentCircuitBreaker = new DeploymentCircuitBreakerProperty { Enable = true, Rollback = true },
            Alarms = alarms.Count == 0
                ? null
                : new DeploymentAlarmsProperty { AlarmNames = [.. alarms], Enable = true, Rollback = true },
            Strategy = deploy.Strategy switch
            {
                DeployStrategy.BlueGreen => "BLUE_GREEN",
                DeployStrategy.Linear => "LINEAR",
                DeployStrategy.Canary => "CANARY",
                _ => "ROLLING",
            },
            BakeTimeInMinutes = deploy.Strategy == DeployStrategy.Rolling ? null : deploy.Bake.TotalMinutes,
            LifecycleHooks = Hooks(deploy.Pause, checks),
            LinearConfiguration = deploy.Strategy == DeployStrategy.Linear
                ? new LinearConfigurationProperty { StepPercent = deploy.StepPercent, StepBakeTimeInMinutes = step }
                : null,
            CanaryConfiguration = deploy.Strategy == DeployStrategy.Canary
                ? new CanaryConfigurationProperty { CanaryPercent = deploy.StepPercent, CanaryBakeTimeInMinutes = step }
                : null,
        };
    }

    private static object[]? Hooks(PausePlan? pause, IReadOnlyList<DeploymentLifecycleHookProperty> checks) =>
        pause is null && checks.Count == 0 ? null : [.. pause is null ? checks : checks.Prepend(Hook(pause))];

    /// <remarks>
    /// Stages that ECS comes to once, whatever the steps (Amazon ECS Developer Guide, "Lifecycle hooks for Amazon ECS service
    /// deployments", lifecycle stage categories).
    /// </remarks>
    private static DeploymentLifecycleHookProperty Hook(PausePlan pause) => new()
    {
        TargetType = "PAUSE",
        LifecycleStages = [pause.At == PausePoint.BeforeTraffic ? "POST_SCALE_UP" : "POST_PRODUCTION_TRAFFIC_SHIFT"],
        TimeoutConfiguration = new HookTimeoutConfigProperty
        {
            TimeoutInMinutes = pause.Timeout.TotalMinutes,
            Action = pause.Then == PauseEnd.Continue ? "CONTINUE" : "ROLLBACK",
        },
    };
}
