using System.Text.Json.Nodes;

namespace Landfall.Aws.Containers;

/// <summary>Reads ECS's answers.</summary>
internal static class TaskReader
{
    public static StoppedTask Stopped(JsonObject task) => new(
        Text(task, "taskArn"),
        Text(task, "taskDefinitionArn"),
        Text(task, "group"),
        Text(task, "stopCode"),
        Text(task, "stoppedReason"),
        DateTimeOffset.FromUnixTimeMilliseconds((long)((double?)task["createdAt"] ?? 0) * 1000),
        [.. Items(task, "containers").Select(c => new StoppedContainer(Text(c, "name"), (int?)c["exitCode"], (string?)c["reason"]))]);

    public static IEnumerable<JsonObject> Items(JsonNode? node, string name) => (node?[name] as JsonArray ?? []).OfType<JsonObject>();

    public static string Text(JsonNode node, string name) => (string?)node[name] ?? "";
}
