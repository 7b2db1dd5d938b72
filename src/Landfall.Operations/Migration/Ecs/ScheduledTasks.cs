using System.Text.Json.Nodes;
using Landfall.Aws;
using Landfall.Aws.Inventory;
using Landfall.Operations.Status;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>Reads the rules and schedules of EventBridge that run tasks.</summary>
/// <param name="session">Who calls, and where.</param>
/// <param name="calls">Asks for what a person may not be allowed to see.</param>
/// <param name="stop">Gives up.</param>
internal sealed class ScheduledTasks(AwsSession session, BoundedCalls calls, CancellationToken stop)
{
    private readonly ScheduleInventory _inventory = new(session);

    /// <summary>Reads them.</summary>
    /// <returns>Each with its cluster, its name, its settings and its task definition.</returns>
    public async Task<IReadOnlyList<(string Cluster, string Name, JsonObject Settings, string Definition)>> ReadAsync()
    {
        var found = new List<(string, string, JsonObject, string)>();
        foreach (var rule in await calls.AskAsync("rules of EventBridge", () => _inventory.ListRulesAsync(stop)!).ConfigureAwait(false) ?? [])
        {
            var name = (string?)rule["Name"] ?? "";
            var targets = (await calls.AskAsync($"targets of the rule {name}", () => _inventory.ListTargetsAsync(name, stop)!).ConfigureAwait(false) ?? []).OfType<JsonObject>().Where(IsTask).ToList();
            foreach (var target in targets)
                Add(targets.Count > 1 ? $"{name}-{target["Id"]}" : name, Pick(rule, "ScheduleExpression", "EventPattern", "State", "Description"), target);
        }

        foreach (var listed in await calls.AskAsync("schedules of EventBridge Scheduler", () => _inventory.ListSchedulesAsync(stop)!).ConfigureAwait(false) ?? [])
        {
            var (name, group) = ((string?)listed["Name"] ?? "", (string?)listed["GroupName"] ?? "default");
            if (await calls.AskAsync($"schedule {group}/{name}", () => _inventory.ReadScheduleAsync(group, name, stop)!).ConfigureAwait(false) is { } schedule && schedule["Target"] is JsonObject target && IsTask(target))
                Add(name, Pick(schedule, "ScheduleExpression", "ScheduleExpressionTimezone", "State", "StartDate", "EndDate", "FlexibleTimeWindow", "KmsKeyArn", "ActionAfterCompletion", "Description"), target);
        }

        return found;

        void Add(string name, JsonObject settings, JsonObject target)
        {
            var parameters = (JsonObject)target["EcsParameters"]!;
            settings["target"] = Pick(target, "Input", "InputPath", "InputTransformer", "RetryPolicy", "DeadLetterConfig");
            settings["task"] = new JsonObject(parameters.Where(one => one.Key != "TaskDefinitionArn").Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())));
            if ((string?)settings["target"]!["Input"] is { } input && Parse(input) is { } overrides)
            {
                settings["target"]!.AsObject().Remove("Input");
                settings["overrides"] = overrides;
            }

            while (found.Any(one => one.Item2 == name))
                name += "-2";
            found.Add((((string?)target["Arn"] ?? "").Split('/')[^1], name, settings, (string?)parameters["TaskDefinitionArn"] ?? ""));
        }
    }

    private static bool IsTask(JsonObject target) => target["EcsParameters"] is JsonObject;

    private static JsonObject Pick(JsonNode from, params string[] keys) => new(keys.Where(key => from[key] is not null).Select(key => KeyValuePair.Create(key, from[key]?.DeepClone())));

    /// <summary>What a run changes of its containers, by their names, with the variables as a task definition has them.</summary>
    private static JsonObject? Parse(string input)
    {
        try
        {
            return JsonNode.Parse(input) is JsonObject { Count: 1 } whole && whole["containerOverrides"] is JsonArray list
                ? Settings.OfTaskDefinition(new JsonObject { ["containerDefinitions"] = list.DeepClone() })["containers"]!.DeepClone().AsObject()
                : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
