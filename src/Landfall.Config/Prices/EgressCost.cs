using System.Globalization;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Config.Prices;

/// <summary>What the ways to the internet cost an environment in a month, before traffic.</summary>
/// <param name="Nat">NAT gateways with their addresses.</param>
/// <param name="Endpoints">Interface endpoints in their place.</param>
internal sealed record EgressCost(decimal Nat, decimal Endpoints)
{
    /// <summary>Says what was chosen for an environment whose file leaves it open, and what the other way would be.</summary>
    /// <param name="plan">The environment.</param>
    /// <returns>A sentence or two.</returns>
    public static string Explain(AppPlan plan)
    {
        var endpoints = EndpointNeeds.Of(plan);
        var zones = plan.Network.Zones.Count;
        var cost = Of(plan);
        var without = $"{(endpoints.Count == 1 ? "1 VPC endpoint" : $"{endpoints.Count} VPC endpoints")} in {zones} zones, about {Dollars(cost.Endpoints)} a month";
        return plan.Network.Nat switch
        {
            NatMode.None when endpoints.Count == 0 => $"{plan.Environment}: no NAT gateway, since nothing runs that could call anybody.",
            NatMode.None => $"{plan.Environment}: no NAT gateway, but {without} ({PriceTable.Basis}): tasks reach AWS and nobody else. 'network: {{ nat: one }}' gives them the internet.",
            var nat => $"{plan.Environment}: {(nat == NatMode.One ? "one NAT gateway" : $"{zones} NAT gateways, one in each zone")}, about {Dollars(cost.Nat)} a month ({PriceTable.Basis}), so that tasks reach the internet. Without it they would need {without}, and reach AWS alone: 'network: {{ nat: none }}'.",
        };
    }

    /// <summary>Adds up at the prices of the table's own region, by which a default is the same everywhere.</summary>
    /// <param name="plan">The environment.</param>
    public static EgressCost Of(AppPlan plan) => In(plan, PriceTable.Home)!;

    /// <summary>Adds up.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="region">The region whose prices count.</param>
    /// <returns>The costs; null where the table has no prices of the region.</returns>
    public static EgressCost? In(AppPlan plan, string region)
    {
        if (PriceTable.Month("natGatewayHour", region) is not { } gateway || PriceTable.Month("publicIpv4Hour", region) is not { } address || PriceTable.Month("interfaceEndpointHour", region) is not { } endpoint)
            return null;
        var zones = plan.Network.Zones.Count;
        return new EgressCost((plan.Network.Nat == NatMode.PerZone ? zones : 1) * (gateway + address), EndpointNeeds.Of(plan).Count * zones * endpoint);
    }

    private static string Dollars(decimal amount) => "$" + amount.ToString("0", CultureInfo.InvariantCulture);
}
