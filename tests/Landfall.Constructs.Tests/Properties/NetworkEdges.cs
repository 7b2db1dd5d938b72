using System.Text.Json.Nodes;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Tests.Properties;

/// <summary>Who may connect to whom: as the plan asks for it, and as the security groups of the templates allow it.</summary>
internal static class NetworkEdges
{
    public static SortedSet<string> Wanted(AppPlan plan)
    {
        var edges = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var service in plan.Services.OfType<ContainerServicePlan>())
        {
            foreach (var use in service.Uses)
            {
                edges.UnionWith(Targets(plan, use).Select(target => $"service {service.Name} -> {target}"));
            }

            edges.UnionWith(service.Task.Volumes.Select(volume => $"service {service.Name} -> files {volume.FileSystem}:2049"));
            switch (service)
            {
                case WebServicePlan web:
                    edges.Add($"balancer internet-facing -> service {web.Name}:{web.Port}");
                    edges.Add("0.0.0.0/0 -> balancer internet-facing:80");
                    if (plan.Domain is not null)
                    {
                        edges.Add("0.0.0.0/0 -> balancer internet-facing:443");
                    }

                    break;
                case InternalServicePlan { LoadBalancer: true } inner:
                    edges.Add($"balancer internal -> service {inner.Name}:{inner.Port}");
                    edges.Add("tasks -> balancer internal:80");
                    break;
            }

            if (plan.Network.Nat == NatMode.None)
            {
                edges.Add("tasks -> endpoints:443");
            }
        }

        return edges;
    }

    public static SortedSet<string> Allowed(TemplateSet templates, AppPlan plan)
    {
        var groups = Groups(templates, plan);
        var edges = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (stack, _, rule) in templates.OfType("AWS::EC2::SecurityGroupIngress"))
        {
            edges.Add(Edge(stack, rule, templates.Text(stack, rule["GroupId"])));
        }

        foreach (var (stack, id, group) in templates.OfType("AWS::EC2::SecurityGroup"))
        {
            foreach (var rule in group["SecurityGroupIngress"]?.AsArray() ?? [])
            {
                edges.Add(Edge(stack, rule!.AsObject(), $"<{stack}#{id}.GroupId>"));
            }
        }

        return edges;

        string Edge(string stack, JsonObject rule, string target)
        {
            var source = templates.Text(stack, rule["SourceSecurityGroupId"] ?? rule["CidrIp"]);
            var (from, to) = (rule["FromPort"]!.ToString(), rule["ToPort"]!.ToString());
            return $"{Name(source)} -> {Name(target)}:{(from == to ? from : $"{from}-{to}")}"
                + ((string)rule["IpProtocol"]! == "tcp" ? "" : $" by {rule["IpProtocol"]}");
        }

        string Name(string group) => groups.GetValueOrDefault(group, group);
    }

    private static IEnumerable<string> Targets(AppPlan plan, UsePlan use) => use.Kind switch
    {
        UseKind.Database => [$"database {use.Target}:{(plan.Databases.Single(d => d.Name == use.Target).Engine.ToString().Contains("ysql", StringComparison.Ordinal) ? 3306 : 5432)}"],
        UseKind.Service => plan.Services.Single(service => service.Name == use.Target) switch
        {
            WebServicePlan web => [$"service {web.Name}:{web.Port}"],
            InternalServicePlan inner => [$"service {inner.Name}:{inner.Port}"],
            _ => [],
        },
        UseKind.EmrCluster => ["sg-0emr:8088", "sg-0emr:20888"],
        _ => [],
    };

    // Which group is whose is read from the resources that are in it.
    private static Dictionary<string, string> Groups(TemplateSet templates, AppPlan plan)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("AWS::RDS::DBCluster", "VpcSecurityGroupIds", db => $"database {((string)db["DatabaseName"]!).Replace('_', '-')}");
        Add("AWS::RDS::DBInstance", "VPCSecurityGroups", db => $"database {((string)db["DBName"]!).Replace('_', '-')}");
        Add("AWS::ElasticLoadBalancingV2::LoadBalancer", "SecurityGroups", balancer => $"balancer {balancer["Scheme"]}");
        Add("AWS::EC2::VPCEndpoint", "SecurityGroupIds", _ => "endpoints");
        foreach (var (stack, _, target) in templates.OfType("AWS::EFS::MountTarget"))
        {
            var system = templates.Text(stack, target["FileSystemId"]).Trim('<', '>').Split('#');
            var tags = templates.Properties(system[0], system[1])["FileSystemTags"]!.AsArray();
            var name = (string)tags.Single(tag => (string)tag!["Key"]! == "Name")!["Value"]!;
            names[templates.Texts(stack, target["SecurityGroups"]).Single()] = $"files {name[(plan.Prefix.Length + 1)..]}";
        }

        foreach (var (stack, id, _) in templates.OfType("AWS::EC2::SecurityGroup"))
        {
            var part = stack[(plan.Prefix.Length + 1)..];
            var owner = part == "network" ? "tasks" : $"service {part}";
            names.TryAdd($"<{stack}#{id}.GroupId>", owner);
        }

        return names;

        void Add(string type, string property, Func<JsonObject, string> name)
        {
            foreach (var (stack, _, resource) in templates.OfType(type).Where(item => item.Properties[property] is not null))
            {
                names[templates.Texts(stack, resource[property]).Single()] = name(resource);
            }
        }
    }
}
