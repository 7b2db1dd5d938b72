namespace Landfall.Constructs.Data;

/// <summary>Where a database is in the network.</summary>
/// <param name="SubnetGroup">Its subnet group.</param>
/// <param name="SecurityGroup">Its security group's id.</param>
internal sealed record DatabasePlace(string SubnetGroup, string SecurityGroup);
