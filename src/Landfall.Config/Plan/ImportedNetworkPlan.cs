namespace Landfall.Config.Plan;

/// <summary>An existing VPC and what Landfall adds to it; the facts come from <c>landfall network plan</c>.</summary>
public sealed record ImportedNetworkPlan
{
    /// <summary>The VPC's id, for example <c>vpc-0abc</c>.</summary>
    public required string VpcId { get; init; }

    /// <summary>The VPC's primary address block.</summary>
    public required string VpcCidr { get; init; }

    /// <summary>The EMR cluster through which the VPC was found, or null when it was given by id.</summary>
    public string? EmrCluster { get; init; }

    /// <summary>The EMR cluster's security group that services may reach, or null.</summary>
    public string? EmrSecurityGroup { get; init; }

    /// <summary>The internet gateway that is attached already, or null when Landfall has to create one.</summary>
    public string? InternetGatewayId { get; init; }

    /// <summary>The subnets to create: free blocks of the VPC, two public and two private.</summary>
    public required IReadOnlyList<SubnetPlan> Subnets { get; init; }

    /// <summary>The interface endpoints with private DNS that are there already.</summary>
    public IReadOnlyList<EndpointPlan> Endpoints { get; init; } = [];
}
