using System.Text.Json.Nodes;

namespace Landfall.Aws.Containers;

/// <summary>Reads ECS's answers.</summary>
internal static class TaskReader
{
    public static RunningService Service(JsonObject service) => new(
        Text(service, "taskDefinition"),
        [.. Items(service, "loadBalancers").SelectMany(TargetGroups).Where(arn => arn.Length > 0)])
    {
        Name = Text(service, "serviceName"),
        DesiredCount = (int?)service["desiredCount"] ?? 0,
        RunningCount = (int?)service["runningCount"] ?? 0,
        PendingCount = (int?)service["pendingCount"] ?? 0,
        Versions = [.. Items(service, "deployments").Select(Version).OrderByDescending(v => v.Created)],
        Events = [.. Items(service, "events").Select(e => new ServiceEvent(Text(e, "id"), Time(e, "createdAt") ?? default, Text(e, "message")))],
        CurrentRollout = (string?)service["currentServiceDeployment"],
        Subnets = Texts(service["networkConfiguration"]?["awsvpcConfiguration"]?["subnets"]),
        SecurityGroups = Texts(service["networkConfiguration"]?["awsvpcConfiguration"]?["securityGroups"]),
    };

    public static StoppedTask Stopped(JsonObject task) => new(
        Text(task, "taskArn"),
        Text(task, "taskDefinitionArn"),
        Text(task, "group"),
        Text(task, "stopCode"),
        Text(task, "stoppedReason"),
        DateTimeOffset.FromUnixTimeMilliseconds((long)((double?)task["createdAt"] ?? 0) * 1000),
        [.. Items(task, "containers").Select(c => new StoppedContainer(Text(c, "name"), (int?)c["exitCode"], (string?)c["reason"]))])
    {
        Ended = Time(task, "stoppedAt"),
    };

    public static RunningTask Running(JsonObject task) => new(
        Text(task, "taskArn"),
        Text(task, "group"),
        Text(task, "taskDefinitionArn"),
        Text(task, "lastStatus"),
        HealthOf(task),
        Time(task, "createdAt") ?? default,
        [.. Items(task, "containers").Select(c => new RunningContainer(Text(c, "name"), Text(c, "lastStatus"), HealthOf(c))
        {
            Image = Text(c, "image"),
            RuntimeId = Text(c, "runtimeId"),
            SessionAgent = Items(c, "managedAgents").Where(agent => Text(agent, "name") == "ExecuteCommandAgent").Select(agent => Text(agent, "lastStatus")).FirstOrDefault(),
        })])
    {
        TakesSessions = (bool?)task["enableExecuteCommand"] ?? false,
        Zone = Text(task, "availabilityZone"),
    };

    public static IEnumerable<JsonObject> Items(JsonNode? node, string name) => (node?[name] as JsonArray ?? []).OfType<JsonObject>();

    public static string Text(JsonNode node, string name) => (string?)node[name] ?? "";

    /// <summary>A time, which ECS gives as seconds since 1970 with a fraction.</summary>
    public static DateTimeOffset? Time(JsonNode node, string name) =>
        (double?)node[name] is { } seconds ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;

    /// <summary>A service that shifts traffic has two groups, and its tasks are now in the one and now in the other.</summary>
    private static IEnumerable<string> TargetGroups(JsonObject balancer) =>
        [Text(balancer, "targetGroupArn"), .. balancer["advancedConfiguration"] is { } shifting ? [Text(shifting, "alternateTargetGroupArn")] : Array.Empty<string>()];

    private static ServiceVersion Version(JsonObject deployment) => new(
        Text(deployment, "id"),
        Text(deployment, "status"),
        Text(deployment, "taskDefinition"),
        Text(deployment, "rolloutState"),
        Text(deployment, "rolloutStateReason"),
        (int?)deployment["failedTasks"] ?? 0,
        Time(deployment, "createdAt") ?? default);

    private static string[] Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(one => (string)one!)];

    private static string HealthOf(JsonNode node) => (string?)node["healthStatus"] ?? "UNKNOWN";
}
