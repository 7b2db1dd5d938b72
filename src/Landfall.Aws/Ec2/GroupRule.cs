namespace Landfall.Aws.Ec2;

/// <summary>A rule of a security group that admits another group on TCP ports.</summary>
/// <param name="Source">The id of the group that it admits.</param>
/// <param name="FromPort">The first port.</param>
/// <param name="ToPort">The last port.</param>
/// <param name="Description">What it says of itself; null for nothing.</param>
public sealed record GroupRule(string Source, int FromPort, int ToPort, string? Description);
