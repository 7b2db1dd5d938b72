namespace Landfall.Config.Plan;

/// <summary>How tasks in private subnets reach the internet.</summary>
public enum NatMode
{
    /// <summary>They do not: isolated subnets, and VPC endpoints for the AWS services that the plan needs.</summary>
    None,

    /// <summary>Through one NAT gateway for all zones: cheap, and lost with its zone.</summary>
    One,

    /// <summary>Through one NAT gateway in each zone.</summary>
    PerZone,
}
