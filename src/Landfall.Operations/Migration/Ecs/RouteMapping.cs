using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>Target groups and the listener rules that lead to them.</summary>
/// <remarks>Source of the keys' meanings: Elastic Load Balancing API Reference, TargetGroup, TargetGroupAttribute and Rule.</remarks>
internal static class RouteMapping
{
    /// <summary>Whether a rule is one of a public application load balancer.</summary>
    public static bool IsPublic(ManifestMap rule) => rule.Text("scheme") == "internet-facing" && IsApplication(rule);

    /// <summary>Whether a rule is one of an application load balancer.</summary>
    public static bool IsApplication(ManifestMap rule) => rule.Text("loadBalancer")?.StartsWith("application ", StringComparison.Ordinal) == true;

    /// <summary>Maps the groups of a service. The first that has rules is the service's; a second one is that of its next version, or left.</summary>
    public static void Map(ManifestMap groups, string name, JsonObject service, EcsScope scope)
    {
        var all = groups.Keys.Select(key => (Name: key, Map: groups.Map(key))).Where(one => one.Map is not null).OrderByDescending(one => one.Map!.Maps("rules").Count(IsPublic)).ThenByDescending(one => one.Map!.Has("rules")).ToList();
        if (all.Count == 0)
            return;
        var own = all[0].Map!;
        Target(own, service);
        Rules(own, name, service, scope);
        var note = service["deploy"] is not null
            ? "Landfall makes both target groups that traffic shifts between."
            : "A service is behind one load balancer, on one port. Give what is reached another way a service of its own.";
        foreach (var (other, _) in all.Skip(1))
            groups.Left(other, note);
    }

    private static void Target(ManifestMap group, JsonObject service)
    {
        var protocol = group.Text("Protocol");
        if (group.Text("ProtocolVersion") is "GRPC" or "HTTP2")
            service["protocol"] = group.Text("ProtocolVersion") == "GRPC" ? "grpc" : "http2";
        group.Exact("ProtocolVersion", "protocol");
        if (protocol is "HTTP")
            group.Exact("Protocol", "protocol");
        group.Changed("Protocol", "protocol", protocol == "HTTPS" ? "The load balancer speaks plain HTTP to tasks, in private subnets." : "Landfall has no network load balancer.");
        group.Exact("Port", "port");
        group.Exact("TargetType", "–");
        group.Changed("VpcId", "network", "Landfall makes a network of its own. To be in this one, near what is in it, say network.import.vpc: 'landfall network plan' finds room there.");
        Health(group, service, protocol is "HTTP" or "HTTPS");
        foreach (var key in group.Map("attributes")?.Keys.ToList() ?? [])
            group.Map("attributes")!.Left(key, "Landfall does not set it: a patch of TargetGroup in 'overrides' can.");
    }

    private static void Health(ManifestMap group, JsonObject service, bool speaksHttp)
    {
        var health = new JsonObject();
        if (!speaksHttp || service["type"]!.ToString() is not ("web" or "internal") || (service["type"]!.ToString() == "internal" && service["loadBalancer"] is null))
        {
            foreach (var key in group.Keys.Where(key => key.StartsWith("HealthCheck", StringComparison.Ordinal) || key is "HealthyThresholdCount" or "UnhealthyThresholdCount" or "Matcher").ToList())
                group.Left(key, "There is no load balancer that asks: 'containerHealth' checks inside the container.");
            return;
        }

        if (group.Text("HealthCheckPath") is { } path)
            health["path"] = path;
        group.Exact("HealthCheckPath", "health.path");
        foreach (var (key, to, least, most) in new[] { ("HealthCheckIntervalSeconds", "interval", 5, 300), ("HealthCheckTimeoutSeconds", "timeout", 2, 120) })
        {
            if (group.Whole(key) is { } seconds)
                health[to] = string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(seconds, least, most)}s");
            group.Exact(key, $"health.{to}");
        }

        foreach (var (key, to) in new[] { ("HealthyThresholdCount", "healthyThreshold"), ("UnhealthyThresholdCount", "unhealthyThreshold") })
        {
            if (group.Whole(key) is { } count)
                health[to] = count;
            group.Exact(key, $"health.{to}");
        }

        if (group.Text("Matcher") is { } codes)
            health["codes"] = codes;
        group.Exact("Matcher", "health.codes");
        if (group.Text("HealthCheckPort") is "traffic-port")
            group.Exact("HealthCheckPort", "port");
        group.Left("HealthCheckPort", "Health is asked for on the port that requests go to: answer there.");
        if (group.Text("HealthCheckProtocol") is "HTTP")
            group.Exact("HealthCheckProtocol", "health");
        group.Changed("HealthCheckProtocol", "health", "Health is asked for by HTTP.");
        if (health.Count > 0)
            service["health"] = health;
    }

    private static void Rules(ManifestMap group, string name, JsonObject service, EcsScope scope)
    {
        var isWeb = service["type"]!.ToString() == "web";
        var rules = group.Maps("rules").OrderByDescending(IsPublic).ThenByDescending(rule => rule.Text("listener")?.StartsWith("HTTPS", StringComparison.Ordinal) == true)
            .ThenBy(rule => rule.Whole("priority") ?? int.MaxValue).ToList();
        var (paths, hosts) = (rules.Where(IsPublic).SelectMany(rule => rule.Texts("paths")).Distinct(StringComparer.Ordinal).ToList(), rules.Where(IsPublic).SelectMany(rule => rule.Texts("hosts")).Distinct(StringComparer.OrdinalIgnoreCase).ToList());
        var path = rules.FirstOrDefault() is { } first && IsPublic(first) && first.Has("paths") ? first.Texts("paths")[0] : "/*";
        if (isWeb)
        {
            if (!scope.Routes.Add($"{string.Join(',', hosts)} {path}"))
                path = $"/{name}/*";
            service["path"] = path;
            if (hosts.Count > 0)
                service["host"] = hosts.Count == 1 ? hosts[0] : new JsonArray([.. hosts.Select(host => (JsonNode)host)]);
        }

        foreach (var rule in rules)
            Rule(rule, isWeb, path, paths, scope);
    }

    private static void Rule(ManifestMap rule, bool isWeb, string path, List<string> paths, EcsScope scope)
    {
        var counts = isWeb && IsPublic(rule);
        var network = !IsApplication(rule);
        foreach (var host in counts ? rule.Texts("hosts") : [])
            scope.Hosts.Add((host, rule.Text("certificate")));
        rule.Changed("loadBalancer", isWeb ? "type" : "loadBalancer", network
            ? "Landfall has no network load balancer: there is no public TCP, TLS or UDP listener. What speaks HTTP goes behind the load balancer; for the rest add one in C# with 'extend'."
            : "Landfall makes a load balancer of its own for each environment.");
        if (!network)
            rule.Exact("scheme", "type");
        rule.Left("scheme", "Landfall has no network load balancer.");
        rule.Changed("listener", "domain", "The load balancer answers on 443 with a 'domain', and redirects 80 to it; without one, on 80.");
        rule.Changed("certificate", "domain.certificate", counts && rule.Has("hosts") ? "The 'domain' has it." : "Landfall takes it as domain.certificate, or makes one: say 'domain', with its name and zone.");
        rule.Left("sslPolicy", "Landfall takes TLS 1.2 and 1.3.");
        rule.Changed("priority", "path", "Landfall orders rules by how much their paths and hosts say, the ones that say most first.");
        if (counts && (!rule.Has("paths") || (rule.Texts("paths") is [var only] && only == path)) && paths.Count <= 1)
            rule.Exact("paths", "path");
        rule.Changed("paths", "path", isWeb ? $"A service has one path, here {path}. Choose one that has them all, or give what answers on the others services of their own." : "A service behind the internal load balancer has a host name of its own, which takes every path.");
        if (counts)
            rule.Changed("hosts", "host", "The names' zone and certificate come from 'domain'.");
        rule.Left("hosts", "An internal service has the name that Landfall gives it; who names it in 'uses' gets its address.");
        rule.Left("conditions", "Rules look at paths and hosts alone: a patch of the listener rule in 'overrides' can add what else they ask for.");
        if (rule.Texts("actions").Any(action => action.StartsWith("authenticate", StringComparison.Ordinal)))
            rule.Left("actions", "Sign-in at the load balancer is 'auth' with 'signIn' here, by a user pool that Landfall makes.");
        rule.Left("actions", "Rules only forward.");
        rule.Left("weights", "A rule leads to one service. What shifts between versions of it is 'deploy'; what is shared by weights between services has to be one service first.");
        rule.Left("groupStickiness", "Requests of a viewer keep to no target group: a patch of the listener rule in 'overrides' can.");
        rule.Left("transforms", "Rules only forward.");
    }
}
