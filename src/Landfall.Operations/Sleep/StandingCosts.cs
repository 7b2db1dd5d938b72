using System.Text.Json.Nodes;
using Landfall.Config.Prices;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Sleep;

/// <summary>Adds up what an environment costs while it sleeps, from what is deployed.</summary>
internal static class StandingCosts
{
    /// <summary>Lists it. What is paid by use or by what is stored is left out: nobody uses it then.</summary>
    /// <param name="stacks">The environment's deployed stacks.</param>
    /// <returns>The costs, the dearest first; what has no price in the list stands before all others.</returns>
    public static IReadOnlyList<StandingCost> Of(IReadOnlyList<DeployedStack> stacks)
    {
        var resources = stacks.SelectMany(stack => stack.Template.Section("Resources")).ToLookup(r => TemplateParts.Literal(r.Entry["Type"]), StringComparer.Ordinal);
        var endpoints = resources["AWS::EC2::VPCEndpoint"].Select(e => e.Entry["Properties"])
            .Where(p => TemplateParts.Literal(p?["VpcEndpointType"]) == "Interface")
            .Sum(p => (p!["SubnetIds"] as JsonArray)?.Count ?? 1);
        StandingCost?[] costs =
        [
            Priced(resources["AWS::EC2::NatGateway"].Count(), "NAT gateway", "NAT gateways", "natGatewayHour"),
            Priced(resources["AWS::EC2::EIP"].Count(), "public IPv4 address", "public IPv4 addresses", "publicIpv4Hour"),
            Priced(endpoints, "interface endpoint in a zone", "interface endpoints in zones", "interfaceEndpointHour"),
            Priced(resources["AWS::ElasticLoadBalancingV2::LoadBalancer"].Count(), "load balancer", "load balancers", "loadBalancerHour"),
            .. resources["AWS::RDS::DBCluster"].Select(Cluster),
            .. resources["AWS::RDS::DBInstance"].Select(Instance),
        ];
        return [.. costs.OfType<StandingCost>().OrderByDescending(c => c.DollarsPerMonth ?? decimal.MaxValue).ThenBy(c => c.What, StringComparer.Ordinal)];
    }

    private static StandingCost? Priced(int count, string one, string many, string price) =>
        count == 0 ? null : new StandingCost(count == 1 ? $"1 {one}" : $"{count} {many}", Math.Round(count * PriceTable.Month(price), 2));

    /// <summary>A cluster whose smallest capacity is 0 pauses once nobody is connected, and is then paid for by what it stores.</summary>
    private static StandingCost? Cluster((string Id, JsonObject Entry) cluster) =>
        cluster.Entry["Properties"]?["ServerlessV2ScalingConfiguration"]?["MinCapacity"] is JsonValue capacity && capacity.TryGetValue<decimal>(out var least) && least > 0
            ? new StandingCost(
                FormattableString.Invariant($"database {cluster.Id}, which never has less than {least} ACU (with 'capacity: {{ min: 0 }}' it pauses)"),
                Math.Round(least * PriceTable.Month("auroraAcuHour"), 2))
            : null;

    /// <summary>A machine of its own; those of a serverless cluster are paid for by its capacity.</summary>
    private static StandingCost? Instance((string Id, JsonObject Entry) instance) =>
        instance.Entry["Properties"] is { } properties && TemplateParts.Literal(properties["DBInstanceClass"]) is { } type && type != "db.serverless"
            ? new StandingCost($"database {instance.Id} on {type}", Month(properties, type))
            : null;

    private static decimal? Month(JsonNode properties, string type) =>
        PriceTable.Month(PriceTable.DatabaseInstance(TemplateParts.Literal(properties["Engine"]), type), PriceTable.Home) is { } month
            ? Math.Round(month * (properties["MultiAZ"]?.ToString() == "true" ? 2 : 1), 2)
            : null;
}
