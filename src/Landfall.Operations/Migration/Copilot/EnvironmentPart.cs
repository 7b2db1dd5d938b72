using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot;

/// <summary>An environment of Copilot's: its network, certificates and so on.</summary>
/// <remarks>Source of the keys' meanings: AWS Copilot CLI, "Manifest", "Environment".</remarks>
internal static class EnvironmentPart
{
    public static void Map(CopilotManifest manifest, ManifestMap map, MigrationScope scope)
    {
        map.Exact("name", $"environments.{manifest.Name}");
        map.Exact("type", "environments");
        if (map.Map("network")?.Map("vpc") is { } vpc)
            Network(vpc, scope);
        Certificates(map, scope);
        map.Left("cdn", "A CDN comes with a service of type site, which can send paths on to a web service ('api').");
        if (map.Map("observability") is { } observability)
        {
            observability.Changed("container_insights", "–", "Container Insights is always on, with what it says of each task: alarms and dashboards are made of it.");
        }
    }

    private static void Network(ManifestMap vpc, MigrationScope scope)
    {
        var network = new JsonObject();
        if (vpc.Text("id") is { } id)
        {
            network["import"] = new JsonObject { ["vpc"] = scope.Resolve(id) };
            vpc.Exact("id", "network.import.vpc");
            vpc.Changed("subnets", "network.subnets", "Landfall adds subnets of its own to the VPC, in blocks that are free ('landfall network plan').");
        }

        if (vpc.Text("cidr") is { } cidr)
        {
            network["cidr"] = scope.Resolve(cidr);
            vpc.Exact("cidr", "network.cidr");
        }

        if (vpc.Map("subnets") is { } subnets && network["import"] is null)
        {
            if (Math.Max(subnets.Maps("public").Count, subnets.Maps("private").Count) is (2 or 3) and var zones)
                network["zones"] = zones;
            vpc.Changed("subnets", "network.zones", "Landfall divides the block by itself, over as many zones.");
        }

        var logs = vpc.Map("flow_logs");
        if (vpc.Flag("flow_logs") is { } flow)
            network["flowLogs"] = flow;
        if (logs?.Whole("retention") is { } days)
            network["logRetention"] = string.Create(CultureInfo.InvariantCulture, $"{days}d");
        logs?.Exact("retention", "network.logRetention");
        if (logs is null)
            vpc.Exact("flow_logs", "network.flowLogs");
        vpc.Left("security_group", "A service's group opens what its 'uses' need, and nothing else.");
        if (network.Count > 0)
            scope.Settings["network"] = network;
    }

    private static void Certificates(ManifestMap map, MigrationScope scope)
    {
        if (map.Map("http") is not { } http)
            return;
        if (http.Map("public") is { } open)
        {
            if (open.Texts("certificates") is [var certificate])
            {
                Domain(scope)["certificate"] = scope.Resolve(certificate);
                open.Exact("certificates", "domain.certificate");
            }

            open.Left("certificates", "A load balancer has one certificate here, with every name of the environment in it: leave 'domain.certificate' out and Landfall makes it.");
            open.Left("ssl_policy", "Landfall takes TLS 1.2 and 1.3.");
            open.Left("access_logs", "A patch of LoadBalancer in 'overrides' can turn access logs on, into a bucket of yours.");
            open.Left("ingress", "A patch of the load balancer's security group in 'overrides' can narrow who reaches it; 'firewall' limits rates.");
            open.Left("security_groups", "A patch of the load balancer's security group in 'overrides' can narrow who reaches it.");
        }

        if (http.Map("private") is { } closed)
        {
            foreach (var key in closed.Keys.ToList())
                closed.Left(key, "The internal load balancer is in the private subnets, is reached by those that name a service in 'uses', and speaks HTTP.");
        }
    }

    private static JsonObject Domain(MigrationScope scope)
    {
        if (scope.Settings["domain"] is not JsonObject domain)
            scope.Settings["domain"] = domain = [];
        return domain;
    }
}
