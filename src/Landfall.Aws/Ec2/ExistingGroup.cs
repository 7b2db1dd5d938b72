namespace Landfall.Aws.Ec2;

/// <summary>A security group.</summary>
/// <param name="Id">Its id.</param>
/// <param name="VpcId">The VPC that it is in.</param>
/// <param name="Admits">The groups that it admits on TCP ports.</param>
public sealed record ExistingGroup(string Id, string VpcId, IReadOnlyList<GroupRule> Admits);
