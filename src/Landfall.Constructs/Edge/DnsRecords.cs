using Amazon.CDK.AWS.Route53;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Edge;

/// <summary>Alias records in the domain's hosted zone.</summary>
internal static class DnsRecords
{
    public static void Alias(LandfallStack stack, DomainPlan domain, string name, string target, string targetZone) =>
        _ = new CfnRecordSet(stack, $"Record{ConstructId.From(name)}", new CfnRecordSetProps
        {
            Name = $"{name}.",
            Type = "A",
            HostedZoneId = domain.ZoneId,
            HostedZoneName = domain.ZoneId is null ? $"{domain.Zone}." : null,
            AliasTarget = new CfnRecordSet.AliasTargetProperty { DnsName = target, HostedZoneId = targetZone },
        });
}
