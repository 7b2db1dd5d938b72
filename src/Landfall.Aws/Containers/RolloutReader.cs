using System.Text.Json.Nodes;

namespace Landfall.Aws.Containers;

/// <summary>Reads what ECS tells of service deployments.</summary>
internal static class RolloutReader
{
    public static ServiceRollout Rollout(JsonObject deployment) => new(
        TaskReader.Text(deployment, "serviceDeploymentArn"),
        TaskReader.Text(deployment, "serviceArn").Split('/')[^1],
        TaskReader.Text(deployment, "status"),
        TaskReader.Text(deployment, "statusReason"),
        TaskReader.Text(deployment, "lifecycleStage"),
        TaskReader.Time(deployment, "startedAt") ?? TaskReader.Time(deployment, "createdAt") ?? default,
        TaskReader.Time(deployment, "updatedAt") ?? default)
    {
        Finished = TaskReader.Time(deployment, "finishedAt") ?? TaskReader.Time(deployment, "stoppedAt"),
        Traffic = (double?)deployment["targetServiceRevision"]?["requestedProductionTrafficWeight"],
        Bake = (double?)deployment["deploymentConfiguration"]?["bakeTimeInMinutes"] is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
        Failures = deployment["deploymentCircuitBreaker"] is JsonObject breaker && (int?)breaker["threshold"] is { } threshold
            ? ((int?)breaker["failureCount"] ?? 0, threshold)
            : null,
        Alarms = [.. (deployment["alarms"]?["triggeredAlarmNames"] as JsonArray ?? []).Select(name => (string)name!)],
        Pause = Pauses(deployment).FirstOrDefault(),
    };

    /// <summary>What a deployment waits at.</summary>
    public static IEnumerable<PausedRollout> Pauses(JsonObject deployment) =>
        from hook in TaskReader.Items(deployment, "lifecycleHookDetails")
        where TaskReader.Text(hook, "targetType") == "PAUSE" && TaskReader.Text(hook, "status") == "AWAITING_ACTION"
        select new PausedRollout(
            TaskReader.Text(deployment, "serviceDeploymentArn"),
            TaskReader.Text(hook, "hookId"),
            TaskReader.Text(deployment, "lifecycleStage"),
            TaskReader.Time(hook, "expiresAt"),
            TaskReader.Text(hook, "timeoutAction"));
}
