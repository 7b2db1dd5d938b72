namespace Landfall.Aws.Ec2;

/// <summary>A subnet that exists.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Cidr">Its address block.</param>
/// <param name="Tags">Its tags.</param>
public sealed record ExistingSubnet(string Id, string Cidr, IReadOnlyDictionary<string, string> Tags);
