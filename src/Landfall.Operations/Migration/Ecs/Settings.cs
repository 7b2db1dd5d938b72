using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>Tells what somebody has set from what ECS reports besides: states, times, counts and the ARNs of the things themselves.</summary>
internal static class Settings
{
    private static readonly string[] ServiceStates =
    [
        "serviceArn", "serviceName", "clusterArn", "status", "runningCount", "pendingCount", "taskDefinition", "deployments", "taskSets", "events",
        "createdAt", "createdBy", "currentServiceDeployment", "currentServiceRevisions", "platformFamily", "resourceManagementType", "roleArn",
    ];

    private static readonly string[] DefinitionStates =
    [
        "taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy", "deregisteredAt", "containerDefinitions",
    ];

    private static readonly string[] ScalingStates =
    [
        "ServiceNamespace", "ResourceId", "ScalableDimension", "RoleARN", "CreationTime", "ScalableTargetARN", "PolicyARN", "PolicyName", "Alarms",
        "ScheduledActionARN", "ScheduledActionName", "PredictedCapacity",
    ];

    /// <summary>A service.</summary>
    public static JsonObject OfService(JsonObject service)
    {
        var read = Copy(service, ServiceStates);

        // ECS tells these of the newest deployment, not of the service (ECS API Reference, Service and Deployment).
        var newest = (service["deployments"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(one => (string?)one["status"] == "PRIMARY");
        foreach (var key in new[] { "serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations" })
            read[key] = newest?[key]?.DeepClone();
        foreach (var balancer in (read["loadBalancers"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if ((string?)balancer["targetGroupArn"] is { } arn)
                balancer["targetGroupArn"] = GroupName(arn);
            balancer.Remove("advancedConfiguration");
        }

        read["tags"] = Pairs(service["tags"], "key", "value");
        return read;
    }

    /// <summary>A task definition; a container's lists of names and values are mappings.</summary>
    public static JsonObject OfTaskDefinition(JsonObject definition)
    {
        var read = Copy(definition, DefinitionStates);
        var containers = new JsonObject();
        foreach (var container in (definition["containerDefinitions"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var one = Copy(container, ["name"]);
            one["environment"] = Pairs(container["environment"], "name", "value");
            one["secrets"] = Pairs(container["secrets"], "name", "valueFrom");
            containers[(string?)container["name"] ?? ""] = one;
        }

        read["containers"] = containers;
        return read;
    }

    /// <summary>What is set of limits, a policy or a schedule of scaling.</summary>
    public static JsonObject? Without(JsonNode? scaled) => scaled is JsonObject one ? Copy(one, ScalingStates) : null;

    /// <summary>Things by their names.</summary>
    public static JsonObject ByName(IEnumerable<JsonNode> all, string name) =>
        new(all.Select(one => KeyValuePair.Create((string?)one[name] ?? "", (JsonNode?)Without(one))).DistinctBy(one => one.Key));

    /// <summary>The target groups of a service, of both its versions while traffic shifts.</summary>
    public static IEnumerable<string> TargetGroups(JsonObject service) =>
        (service["loadBalancers"] as JsonArray ?? [])
            .Concat((service["taskSets"] as JsonArray ?? []).SelectMany(set => set!["loadBalancers"] as JsonArray ?? []))
            .SelectMany(one => new[] { (string?)one!["targetGroupArn"], (string?)one["advancedConfiguration"]?["alternateTargetGroupArn"] })
            .OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>A target group's name, of its ARN: <c>…:targetgroup/name/id</c>.</summary>
    public static string GroupName(string arn) => arn.Split('/') is [_, var name, ..] ? name : arn;

    /// <summary>Takes away what says nothing and what nobody should read, and keeps texts from being read as Landfall's own variables.</summary>
    public static JsonNode? Clean(JsonNode? node) => Tidy(Unwritten.Of(node));

    private static JsonNode? Tidy(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                var kept = map.Select(one => KeyValuePair.Create(one.Key, Tidy(one.Value))).Where(one => one.Value is not (null or JsonObject { Count: 0 } or JsonArray { Count: 0 }));
                return new JsonObject(kept);
            case JsonArray list:
                return new JsonArray([.. list.Select(Tidy).Where(one => one is not null)]);
            case JsonValue value when value.TryGetValue<string>(out var text):
                return JsonValue.Create(Escape(text));
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>A text as the file has it.</summary>
    public static string Escape(string text) => text.Replace("${env:", "$${env:", StringComparison.Ordinal);

    private static JsonObject Copy(JsonObject from, IReadOnlyCollection<string> but) =>
        new(from.Where(one => !but.Contains(one.Key)).Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())));

    private static JsonObject? Pairs(JsonNode? list, string name, string value) => list is JsonArray pairs
        ? new JsonObject(pairs.OfType<JsonObject>().Select(one => KeyValuePair.Create((string?)one[name] ?? "", (JsonNode?)((string?)one[value] ?? ""))).DistinctBy(one => one.Key))
        : null;
}
