namespace Landfall.Aws.Ec2;

/// <summary>A subnet that exists.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Cidr">Its address block.</param>
/// <param name="Zone">Its availability zone.</param>
/// <param name="Stack">The CloudFormation stack that made it, or null.</param>
/// <param name="LogicalId">Its id in that stack's template, or null.</param>
public sealed record ExistingSubnet(string Id, string Cidr, string Zone, string? Stack, string? LogicalId)
{
    /// <summary>How many addresses it has left.</summary>
    public int Free { get; init; }
}
