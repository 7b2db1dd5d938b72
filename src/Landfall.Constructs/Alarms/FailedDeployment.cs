using Amazon.CDK.AWS.CloudWatch;
using Landfall.Config.Alarms;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Alarms;

/// <summary>
/// Tells people of a deployment that ECS gave up: "SERVICE_DEPLOYMENT_FAILED: this event is sent for services with deployment
/// circuit breaker logic turned on" (Amazon ECS developer guide, "Amazon ECS service deployment state change events"), which is
/// all of them. It has gone back then, so that the service need not be unwell.
/// </summary>
internal static class FailedDeployment
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static CfnAlarm Alarm(LandfallStack stack, string service, string title)
    {
        var events = CountedEvents.Of(
            stack, "FailedDeploymentRule", $"Counts the deployments of {service} that failed", "ECS Deployment State Change", Window,
            new Dictionary<string, object>
            {
                ["resources"] = new[] { stack.Names.Arn("ecs", $"service/{stack.Names.Cluster}/{service}") },
                ["detail"] = new Dictionary<string, object> { ["eventName"] = new[] { "SERVICE_DEPLOYMENT_FAILED" } },
            });
        var alarm = MetricAlarm.Create(
            stack, "FailedDeployment", Runbooks.FailedDeployment, $"A deployment of {title} failed, and ECS has gone back to the version before it.",
            "FILL(events, 0)", 1, 1, [events], "GreaterThanOrEqualToThreshold");

        // It is over five minutes later whatever anybody does: that is no news.
        alarm.OkActions = [];
        return alarm;
    }
}
