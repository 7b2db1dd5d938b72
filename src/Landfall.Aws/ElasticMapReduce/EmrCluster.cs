namespace Landfall.Aws.ElasticMapReduce;

/// <summary>An EMR cluster's place in the network.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SubnetId">The subnet that its instances are in, or null outside a VPC.</param>
/// <param name="MasterSecurityGroup">The security group of its primary node, or null.</param>
public sealed record EmrCluster(string Id, string? SubnetId, string? MasterSecurityGroup);
