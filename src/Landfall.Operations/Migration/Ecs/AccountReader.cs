using System.Text.Json.Nodes;
using Landfall.Aws;
using Landfall.Aws.Inventory;
using Landfall.Aws.Logs;
using Landfall.Operations.Status;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>Reads the services of an account with what is around them. It changes nothing.</summary>
/// <param name="session">Who calls, and where.</param>
/// <param name="calls">Asks for what a person may not be allowed to see.</param>
/// <param name="stop">Gives up.</param>
internal sealed class AccountReader(AwsSession session, BoundedCalls calls, CancellationToken stop)
{
    private readonly ServiceInventory _ecs = new(session);
    private readonly TargetGroupReader _groups = new(session, calls, stop);
    private readonly Dictionary<string, JsonNode?> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode?> _logs = new(StringComparer.Ordinal);

    /// <summary>Reads it.</summary>
    /// <param name="named">The clusters; none for all.</param>
    /// <returns>What was read.</returns>
    public async Task<EcsAccount> ReadAsync(IReadOnlyList<string> named)
    {
        var (services, clusters) = (new JsonObject(), new SortedSet<string>(StringComparer.Ordinal));
        var scaling = new ScalingInventory(session);
        IReadOnlyList<JsonNode>[] scaled =
        [
            await calls.AskAsync("limits of scaling", () => scaling.ListTargetsAsync(stop)!).ConfigureAwait(false) ?? [],
            await calls.AskAsync("policies of scaling", () => scaling.ListPoliciesAsync(stop)!).ConfigureAwait(false) ?? [],
            await calls.AskAsync("schedules of scaling", () => scaling.ListScheduledAsync(stop)!).ConfigureAwait(false) ?? [],
        ];
        IReadOnlyList<string> all = named.Count > 0 ? [.. named.Select(name => name.Split('/')[^1])] : await _ecs.ListClustersAsync(stop).ConfigureAwait(false);
        foreach (var cluster in all)
        {
            foreach (var service in await _ecs.ListServicesAsync(cluster, stop).ConfigureAwait(false))
            {
                services[$"{cluster}/{service["serviceName"]}"] = await ServiceAsync(cluster, service, scaled).ConfigureAwait(false);
                clusters.Add(cluster);
            }
        }

        var schedules = new JsonObject();
        foreach (var (cluster, name, schedule, definition) in await new ScheduledTasks(session, calls, stop).ReadAsync().ConfigureAwait(false))
        {
            if (!all.Contains(cluster))
                continue;
            schedule["taskDefinition"] = await TaskDefinitionAsync(definition).ConfigureAwait(false);
            schedules[name] = Settings.Clean(schedule);
            clusters.Add(cluster);
        }

        return new EcsAccount((JsonObject)Settings.Clean(new JsonObject { ["services"] = services, ["schedules"] = schedules })!, [.. clusters], calls.Unread);
    }

    private async Task<JsonObject> ServiceAsync(string cluster, JsonObject service, IReadOnlyList<JsonNode>[] scaled)
    {
        var arns = Settings.TargetGroups(service).ToList();
        var groups = new JsonObject();
        foreach (var arn in arns)
            groups[Settings.GroupName(arn)] = await _groups.ReadAsync(arn).ConfigureAwait(false);
        foreach (var registry in (service["serviceRegistries"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var arn = (string?)registry["registryArn"] ?? "";
            registry["dnsName"] = await calls.AskAsync("names in Cloud Map", () => new DiscoveryInventory(session).ReadNameAsync(arn, stop)!).ConfigureAwait(false);
            registry.Remove("registryArn");
        }

        var of = $"service/{cluster}/{service["serviceName"]}";
        var definition = (string?)service["taskDefinition"] ?? (string?)(service["taskSets"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(set => (string?)set["status"] == "PRIMARY")?["taskDefinition"];
        return new JsonObject
        {
            ["service"] = Settings.OfService(service),
            ["taskDefinition"] = definition is null ? null : await TaskDefinitionAsync(definition).ConfigureAwait(false),
            ["targetGroups"] = groups,
            ["scaling"] = new JsonObject
            {
                ["limits"] = Settings.Without(scaled[0].FirstOrDefault(one => (string?)one["ResourceId"] == of)),
                ["policies"] = Settings.ByName(scaled[1].Where(one => (string?)one["ResourceId"] == of), "PolicyName"),
                ["scheduled"] = Settings.ByName(scaled[2].Where(one => (string?)one["ResourceId"] == of), "ScheduledActionName"),
            },
        };
    }

    private async Task<JsonObject?> TaskDefinitionAsync(string name)
    {
        if (await _ecs.ReadTaskDefinitionAsync(name, stop).ConfigureAwait(false) is not { } definition)
            return null;
        var read = Settings.OfTaskDefinition(definition);
        foreach (var key in new[] { "taskRoleArn", "executionRoleArn" })
        {
            if ((string?)definition[key] is { Length: > 0 } role)
                read[key] = await OnceAsync(_roles, role, () => RoleAsync(role)).ConfigureAwait(false);
        }

        foreach (var options in (read["containers"] as JsonObject ?? []).Select(one => one.Value?["logConfiguration"]?["options"] as JsonObject))
        {
            if ((string?)options?["awslogs-group"] is { } group)
                options!["retentionInDays"] = await OnceAsync(_logs, group, () => RetentionAsync(group)).ConfigureAwait(false);
        }

        return read;
    }

    private async Task<JsonNode?> RoleAsync(string role)
    {
        var policies = await calls.AskAsync("policies of roles", () => new RoleInventory(session).ListPoliciesAsync(role, stop)!).ConfigureAwait(false);
        return new JsonObject { ["role"] = role.Split('/')[^1], ["policies"] = new JsonArray([.. (policies ?? []).Select(one => (JsonNode)one)]) };
    }

    private async Task<JsonNode?> RetentionAsync(string group) =>
        await calls.AskAsync("log groups", async () => await new LogClient(session).FindRetentionAsync(group, stop).ConfigureAwait(false) is { } days ? JsonValue.Create(days) : null).ConfigureAwait(false);

    private static async Task<JsonNode?> OnceAsync(Dictionary<string, JsonNode?> known, string key, Func<Task<JsonNode?>> read)
    {
        if (!known.TryGetValue(key, out var value))
            known[key] = value = await read().ConfigureAwait(false);
        return value?.DeepClone();
    }
}
