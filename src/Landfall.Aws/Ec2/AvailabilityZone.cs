namespace Landfall.Aws.Ec2;

/// <summary>An availability zone that is open to the account.</summary>
/// <param name="Name">Its name in this account, for example <c>eu-west-1a</c>.</param>
/// <param name="Id">Its name in every account, for example <c>euw1-az2</c>.</param>
public sealed record AvailabilityZone(string Name, string Id);
