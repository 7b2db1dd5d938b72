namespace Landfall.Constructs.Network;

/// <summary>The subnets of a network, one of each kind in each zone.</summary>
/// <param name="VpcId">The VPC's id.</param>
/// <param name="VpcCidr">The VPC's block.</param>
/// <param name="PublicSubnets">Ids of the public subnets, in order of zone.</param>
/// <param name="PrivateSubnets">Ids of the private subnets, in order of zone.</param>
/// <param name="PrivateRouteTables">Ids of the private subnets' route tables, in order of zone.</param>
internal sealed record NetworkTier(
    string VpcId,
    string VpcCidr,
    IReadOnlyList<string> PublicSubnets,
    IReadOnlyList<string> PrivateSubnets,
    IReadOnlyList<string> PrivateRouteTables);
