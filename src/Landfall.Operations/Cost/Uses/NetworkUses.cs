using Landfall.Config.Prices;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Cost.Uses;

/// <summary>What the network and the ways in use.</summary>
internal static class NetworkUses
{
    private const int Hours = PriceTable.HoursOfAMonth;

    public static IReadOnlyList<UseRule> Rules { get; } =
    [
        new("AWS::EC2::NatGateway", new Use("natGatewayHour", "NAT gateway", Hours), new Use("natGatewayGb", "data through it", Assumptions.NatData)),
        new("AWS::EC2::EIP", new Use("publicIpv4Hour", "public address", Hours)),
        new("AWS::EC2::VPCEndpoint", Endpoint),
        new("AWS::ElasticLoadBalancingV2::LoadBalancer", LoadBalancer),
        new(
            "AWS::CloudFront::Distribution",
            new Use("cdnOutGb", "data to visitors", Assumptions.CdnData),
            new Use("cdnRequestMillion", "requests", Assumptions.CdnRequests)),
        new("AWS::CloudFront::Function", new Use("cdnFunctionMillion", "invocations", Assumptions.FunctionRuns)),
        new("AWS::WAFv2::WebACL", Firewall),
        new("AWS::ServiceDiscovery::PrivateDnsNamespace", new Use("hostedZone", "private DNS zone", 1)),
        new("AWS::Route53::HostedZone", new Use("hostedZone", "DNS zone", 1)),
        new("AWS::ServiceDiscovery::Instance", new Use("registeredInstance", "registered name", 1)),
    ];

    /// <summary>"Hourly charges for each Availability Zone … in which your VPC endpoint is provisioned" (AWS PrivateLink pricing).</summary>
    private static IEnumerable<Use> Endpoint(EvaluatedResource endpoint, EstimatedResources all) =>
        Scalars.Text(endpoint.Properties["VpcEndpointType"]) == "Interface"
            ? [new("interfaceEndpointHour", "endpoint in its zones", Hours * Scalars.Texts(endpoint.Properties["SubnetIds"]).Count), new("interfaceEndpointGb", "data through it", Assumptions.EndpointData)]
            : [];

    /// <summary>A public one has an address in each zone, which are paid for since February 2024 (Amazon VPC pricing).</summary>
    private static IEnumerable<Use> LoadBalancer(EvaluatedResource balancer, EstimatedResources all)
    {
        yield return new("loadBalancerHour", "load balancer", Hours);
        yield return new("loadBalancerLcuHour", "its capacity", Extent.Of(Hours * Assumptions.Capacity.Quantity), Assumptions.Capacity);
        if (Scalars.Text(balancer.Properties["Scheme"]) == "internal")
            yield break;
        yield return new("publicIpv4Hour", "its public addresses", Hours * Scalars.Texts(balancer.Properties["Subnets"]).Count);
        yield return new("internetOutGb", "data to the internet", Assumptions.BalancerOut);
    }

    private static IEnumerable<Use> Firewall(EvaluatedResource acl, EstimatedResources all) =>
    [
        new("firewall", "firewall", 1),
        new("firewallRule", "its rules", (acl.Properties["Rules"] as System.Text.Json.Nodes.JsonArray)?.Count ?? 0),
        new("firewallRequestMillion", "requests", Assumptions.FirewallRequests),
    ];
}
