using Landfall.Config.Plan;

namespace Landfall.Constructs.Network;

/// <summary>How many subnets of a kind the network stack publishes: one per zone, or those added to an imported VPC.</summary>
internal static class SubnetCount
{
    public static int Private(NetworkPlan network) => Of(network, isPublic: false);

    public static int Public(NetworkPlan network) => Of(network, isPublic: true);

    private static int Of(NetworkPlan network, bool isPublic) =>
        network.Import?.Subnets.Count(subnet => subnet.Public == isPublic) ?? network.Zones.Count;
}
