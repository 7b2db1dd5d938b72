namespace Landfall.Aws.Ec2;

/// <summary>A subnet that exists.</summary>
/// <param name="Id">Its id.</param>
/// <param name="VpcId">The VPC that it is in.</param>
/// <param name="Cidr">Its address block.</param>
/// <param name="Zone">Its availability zone.</param>
/// <param name="Tags">Its tags.</param>
public sealed record Subnet(string Id, string VpcId, string Cidr, string Zone, IReadOnlyDictionary<string, string> Tags);
