namespace Landfall.Aws.Ec2;

/// <summary>An interface endpoint of a VPC that answers for the names of its AWS service.</summary>
/// <param name="Service">The AWS service's name without the region, for example <c>ecr.api</c>.</param>
/// <param name="SecurityGroup">Its first security group.</param>
/// <param name="Stack">The CloudFormation stack that made it, or null.</param>
public sealed record InterfaceEndpoint(string Service, string SecurityGroup, string? Stack);
