namespace Landfall.Config.Plan;

/// <summary>A subnet to create in an imported VPC.</summary>
/// <param name="Cidr">A block that was free when <c>landfall network plan</c> looked.</param>
/// <param name="Zone">The availability zone.</param>
/// <param name="Public">True for a subnet routed to the internet gateway.</param>
public sealed record SubnetPlan(string Cidr, string Zone, bool Public);
