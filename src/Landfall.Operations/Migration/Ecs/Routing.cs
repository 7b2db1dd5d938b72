using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>The settings of target groups and listener rules, without their states and without what AWS sets by itself.</summary>
internal static class Routing
{
    // Elastic Load Balancing API Reference, TargetGroupAttribute: the defaults.
    private static readonly HashSet<(string Key, string Value)> Defaults =
    [
        ("deregistration_delay.timeout_seconds", "300"), ("stickiness.enabled", "false"), ("stickiness.type", "lb_cookie"), ("stickiness.type", "source_ip"),
        ("slow_start.duration_seconds", "0"), ("load_balancing.algorithm.type", "round_robin"), ("load_balancing.algorithm.anomaly_mitigation", "off"),
        ("load_balancing.cross_zone.enabled", "use_load_balancer_configuration"), ("stickiness.lb_cookie.duration_seconds", "86400"),
        ("stickiness.app_cookie.duration_seconds", "86400"), ("stickiness.app_cookie.cookie_name", ""),
        ("target_group_health.dns_failover.minimum_healthy_targets.count", "1"), ("target_group_health.dns_failover.minimum_healthy_targets.percentage", "off"),
        ("target_group_health.unhealthy_state_routing.minimum_healthy_targets.count", "1"), ("target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage", "off"),
        ("proxy_protocol_v2.enabled", "false"), ("deregistration_delay.connection_termination.enabled", "false"), ("preserve_client_ip.enabled", "false"),
    ];

    private static readonly string[] GroupStates = ["TargetGroupArn", "TargetGroupName", "LoadBalancerArns", "IpAddressType", "HealthCheckEnabled"];

    /// <summary>A target group.</summary>
    public static JsonObject OfGroup(JsonObject group, IEnumerable<JsonObject> attributes, JsonArray rules)
    {
        var read = new JsonObject(group.Where(one => !GroupStates.Contains(one.Key)).Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())));
        if (read["Matcher"] is JsonObject matcher)
            read["Matcher"] = (matcher["HttpCode"] ?? matcher["GrpcCode"])?.DeepClone();
        read["attributes"] = new JsonObject(attributes.Select(one => ((string?)one["Key"] ?? "", (string?)one["Value"] ?? "")).Where(one => !Defaults.Contains(one)).Select(one => KeyValuePair.Create(one.Item1, (JsonNode?)one.Item2)));
        read["rules"] = rules;
        return read;
    }

    /// <summary>A rule that leads to a target group.</summary>
    public static JsonObject OfRule(JsonObject rule, JsonObject listener, JsonObject balancer)
    {
        var conditions = (rule["Conditions"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var actions = (rule["Actions"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        return new JsonObject
        {
            ["loadBalancer"] = $"{balancer["Type"]} {balancer["LoadBalancerName"]}",
            ["scheme"] = balancer["Scheme"]?.DeepClone(),
            ["listener"] = $"{listener["Protocol"]}:{listener["Port"]}",
            ["certificate"] = (listener["Certificates"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault()?["CertificateArn"]?.DeepClone(),
            ["sslPolicy"] = listener["SslPolicy"]?.DeepClone(),
            ["priority"] = (string?)rule["IsDefault"] == "true" ? null : rule["Priority"]?.DeepClone(),
            ["paths"] = Values("path-pattern", "PathPatternConfig"),
            ["hosts"] = Values("host-header", "HostHeaderConfig"),
            ["conditions"] = new JsonArray([.. conditions.Where(one => (string?)one["Field"] is not ("path-pattern" or "host-header")).Select(one => one.DeepClone())]),
            ["actions"] = new JsonArray([.. actions.Select(one => (string?)one["Type"]).Where(type => type != "forward").Select(type => (JsonNode?)type)]),
            ["weights"] = Weights(actions),
            ["groupStickiness"] = actions.Select(one => one["ForwardConfig"]?["TargetGroupStickinessConfig"]).FirstOrDefault(one => (string?)one?["Enabled"] == "true")?.DeepClone(),
            ["transforms"] = rule["Transforms"]?.DeepClone(),
        };

        // One group alone gets every request, whatever its weight.
        static JsonObject? Weights(IReadOnlyList<JsonObject> actions) =>
            actions.SelectMany(one => one["ForwardConfig"]?["TargetGroups"] as JsonArray ?? []).OfType<JsonObject>().ToList() is { Count: > 1 } groups
                ? new JsonObject(groups.Select(group => KeyValuePair.Create(Settings.GroupName((string?)group["TargetGroupArn"] ?? ""), group["Weight"]?.DeepClone())))
                : null;

        JsonArray Values(string field, string config) => new([
            .. conditions.Where(one => (string?)one["Field"] == field)
                .SelectMany(one => (one[config]?["Values"] ?? one["Values"]) as JsonArray ?? [])
                .Select(value => value!.DeepClone()),
        ]);
    }
}
