using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Network;

/// <summary>The subnets that the network stack publishes: one per zone, or those added to an imported VPC.</summary>
internal static class PublishedSubnets
{
    public static string[] Private(LandfallStack stack) => Read(stack, isPublic: false, NetworkValues.PrivateSubnet);

    public static string[] Public(LandfallStack stack) => Read(stack, isPublic: true, NetworkValues.PublicSubnet);

    private static string[] Read(LandfallStack stack, bool isPublic, Func<int, SharedValue> value)
    {
        var network = stack.Plan.Network;
        var count = network.Import?.Subnets.Count(subnet => subnet.Public == isPublic) ?? network.Zones.Count;
        return [.. Enumerable.Range(1, count).Select(number => stack.Read(value(number)))];
    }
}
