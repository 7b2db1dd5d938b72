using Amazon.CDK.AWS.CloudWatch;
using Landfall.Config.Alarms;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Alarms;

/// <summary>
/// Rings when tasks of a service end by themselves or cannot start, again and again (Amazon ECS developer guide, "Amazon ECS
/// task state change events").
/// </summary>
internal static class Crashes
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // Of those that ECS has (Amazon ECS API, Task, stopCode) the two that nobody asked for; scaling, deployments, health checks
    // and Spot have others.
    private static readonly string[] StopCodes = ["EssentialContainerExited", "TaskFailedToStart"];

    public static CfnAlarm Alarm(LandfallStack stack, string service, string title, int crashes)
    {
        var events = CountedEvents.Of(
            stack, "CrashRule", $"Counts the tasks of {service} that end by themselves or cannot start", "ECS Task State Change", Window,
            new Dictionary<string, object>
            {
                ["detail"] = new Dictionary<string, object>
                {
                    ["clusterArn"] = new[] { stack.Names.ClusterArn },
                    ["group"] = new[] { $"service:{service}" },
                    ["lastStatus"] = new[] { "STOPPED" },
                    ["stopCode"] = StopCodes,
                },
            });
        return MetricAlarm.Silent(
            stack, "Crashes", Runbooks.Crashes, $"Tasks of {title} end by themselves or cannot start: {crashes} or more within fifteen minutes.",
            "FILL(events, 0)", crashes, 1, [events], "GreaterThanOrEqualToThreshold");
    }
}
