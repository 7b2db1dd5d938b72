using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary><c>http</c> and <c>nlb</c>: how requests come to a service.</summary>
internal static class HttpPart
{
    /// <summary>Maps what a public service says.</summary>
    public static void MapPublic(ManifestMap map, JsonObject service, MigrationScope scope)
    {
        LeaveNetworkLoadBalancer(map);
        if (map.Flag("http") == false)
        {
            service["type"] = "internal";
            service["protocol"] = "tcp";
            map.Changed("http", "type", "Without HTTP it is an internal service, which speaks TCP with others of the system and is not reached from the internet.");
            return;
        }

        if (map.Map("http") is not { } http)
            return;
        if (http.Text("path") is { } path)
        {
            service["path"] = PathOf(scope.Resolve(path));
            http.Exact("path", "path");
        }

        if (Aliases(http, scope) is { Count: > 0 } names)
        {
            service["host"] = names.Count == 1 ? names[0] : new JsonArray([.. names.Select(name => (JsonNode)name)]);
            http.Changed("alias", "host", "The name's zone and certificate come from 'domain'.");
        }

        http.Changed("hosted_zone", "domain.zoneId", "One zone is the domain's; others are in 'domain.zones'.");
        Target(http, service);
        Rest(http);
        http.Left("private", "A service without a public address has the type 'internal'.");
    }

    /// <summary>Maps what an internal service says.</summary>
    public static void MapInternal(ManifestMap map, JsonObject service)
    {
        if (map.Map("http") is not { } http)
        {
            if (service["port"] is null)
                map.Changed("type", "type", "A service that nobody calls is an internal one here, whose port is announced inside the network and not used.");
            else
                map.Exact("type", "type");
            return;
        }

        map.Exact("type", "type");
        service["loadBalancer"] = true;
        http.Changed("path", "loadBalancer", "An internal service has a host name of its own at the internal load balancer, which takes every path.");
        http.Left("alias", "An internal service has the name that Landfall gives it; who names it in 'uses' gets its address in a variable.");
        http.Left("hosted_zone", "An internal service has the name that Landfall gives it.");
        Target(http, service);
        Rest(http);
    }

    /// <summary>Copilot's path is a prefix, below which everything goes to the service.</summary>
    internal static string PathOf(string path)
    {
        var trimmed = path.Trim('/');
        return trimmed.Length == 0 ? "/*" : trimmed.Contains('*', StringComparison.Ordinal) ? $"/{trimmed}" : $"/{trimmed}/*";
    }

    private static List<string> Aliases(ManifestMap http, MigrationScope scope)
    {
        var zone = http.Text("hosted_zone");
        var aliases = http.Maps("alias").Where(one => one.Has("name")).Select(one => (scope.Resolve(one.Text("name")!), one.Text("hosted_zone") ?? zone))
            .Concat(http.Texts("alias").Select(name => (scope.Resolve(name), zone)))
            .ToList();
        scope.Aliases.AddRange(aliases);
        return [.. aliases.Select(alias => alias.Item1).Distinct(StringComparer.Ordinal)];
    }

    private static void Target(ManifestMap http, JsonObject service)
    {
        if (http.Whole("target_port") is { } port && !http.Has("target_container"))
        {
            service["port"] = port;
            http.Exact("target_port", "port");
        }

        http.Left("target_port", "Requests go to the service's own container, on its 'port'.");
        http.Left("target_container", "Requests go to the service's own container. Make the one that answers (a proxy, say) the service's image, and the other its sidecar.");
        switch (http.Text("version")?.ToLowerInvariant())
        {
            case "grpc":
                service["protocol"] = "grpc";
                break;
            case "http2":
                service["protocol"] = "http2";
                break;
        }

        http.Exact("version", "protocol");
        Health(http, service);
    }

    private static void Health(ManifestMap http, JsonObject service)
    {
        if (http.Text("healthcheck") is { } path)
        {
            service["health"] = path;
            http.Exact("healthcheck", "health");
            return;
        }

        if (http.Map("healthcheck") is not { } check)
            return;
        var health = new JsonObject();
        foreach (var (key, to) in new[]
        {
            ("path", "path"), ("interval", "interval"), ("timeout", "timeout"), ("healthy_threshold", "healthyThreshold"),
            ("unhealthy_threshold", "unhealthyThreshold"), ("success_codes", "codes"), ("grace_period", "gracePeriod"),
        })
        {
            if (check.Text(key) is not { } text)
                continue;
            health[to] = to is "healthyThreshold" or "unhealthyThreshold" && check.Whole(key) is { } number ? number : text;
            check.Exact(key, $"health.{to}");
        }

        if (check.Whole("port") == (int?)service["port"])
            check.Exact("port", "port");
        check.Left("port", "Health is asked for on the port that requests go to: answer there.");
        if (health.Count > 0)
            service["health"] = health.Count == 1 && health["path"] is { } only ? only.DeepClone() : health;
    }

    private static void Rest(ManifestMap http)
    {
        if (http.Flag("redirect_to_https") == true)
            http.Exact("redirect_to_https", "domain");
        http.Left("redirect_to_https", "With a 'domain' plain HTTP is always redirected.");
        if (http.Flag("stickiness") == false)
            http.Exact("stickiness", "–");
        http.Left("stickiness", "A service's tasks are taken in turn. A patch of TargetGroup in 'overrides' can set stickiness.enabled.");
        http.Left("deregistration_delay", "Landfall gives requests under way as long as 'stopTimeout' gives the task. A patch of TargetGroup in 'overrides' can set another delay.");
        http.Left("allowed_source_ips", "A patch of the listener rule in 'overrides' can add a source-ip condition; 'firewall' limits rates.");
        http.Left("additional_rules", "A service has one path. Give what answers on the others services of their own, or add rules in C# with 'extend'.");
        http.Left("alb", "Landfall makes the environment's load balancer; it cannot use one that is there.");
        http.Left("ssl_policy", "Landfall takes TLS 1.2 and 1.3.");
    }

    private static void LeaveNetworkLoadBalancer(ManifestMap map) =>
        map.Left("nlb", "Landfall has no network load balancer: there is no public TCP, TLS or UDP listener. What speaks HTTP goes behind the load balancer; for the rest add one in C# with 'extend'.");
}
