using Amazon.CDK.AWS.Route53;
using Landfall.Config.Plan;
using Landfall.Config.Values;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Edge;

/// <summary>
/// The records of public names: in their hosted zones, or as outputs for the person who sets them where the DNS is
/// elsewhere.
/// </summary>
internal static class DnsRecords
{
    /// <summary>Leads a name to a CDN, which answers both IPv4 and IPv6.</summary>
    public static void AddCdn(LandfallStack stack, DomainPlan domain, string name, string target) =>
        Add(stack, domain, name, target, stack.Names.Region.CdnZone!, ["A", "AAAA"]);

    /// <summary>
    /// Leads a name to a load balancer. It has addresses of IPv4 alone: one of IPv6 is a dualstack one's (Elastic Load
    /// Balancing, "IP address types for your Application Load Balancer").
    /// </summary>
    public static void AddLoadBalancer(LandfallStack stack, DomainPlan domain, string name, LoadBalancer target) =>
        Add(stack, domain, name, target.DnsName, target.CanonicalHostedZone, ["A"]);

    // A CNAME leads to every address that its target has.
    private static void Add(LandfallStack stack, DomainPlan domain, string name, string target, string targetZone, IReadOnlyList<string> types)
    {
        var id = Id(stack, name);
        if (domain.ZoneOf(name) is not { } zone)
        {
            stack.Output($"Dns{id}", $"{name} CNAME {target}", "Record to set where the DNS is: an ALIAS or ANAME where the name is a zone's own");
            return;
        }

        foreach (var type in types)
        {
            _ = new CfnRecordSet(stack, type == "A" ? id : $"Ipv6{id}", new CfnRecordSetProps
            {
                Name = $"{name}.",
                Type = type,
                HostedZoneId = zone.Id,
                HostedZoneName = zone.Id is null ? $"{zone.Name}." : null,
                AliasTarget = new CfnRecordSet.AliasTargetProperty { DnsName = target, HostedZoneId = targetZone },
            });
        }
    }

    // A pattern's id is that of no name, since a name's goes on with a capital letter or digit. Two names that read the
    // same without their dots and hyphens get a number.
    private static string Id(LandfallStack stack, string name)
    {
        var id = $"{(HostNames.IsWildcard(name) ? "Recordsbelow" : "Record")}{ConstructId.From(HostNames.Base(name))}";
        var free = id;
        for (var number = 2; stack.Node.TryFindChild(free) is not null || stack.Node.TryFindChild($"Dns{free}") is not null; number++)
        {
            free = $"{id}n{number}";
        }

        return free;
    }
}
