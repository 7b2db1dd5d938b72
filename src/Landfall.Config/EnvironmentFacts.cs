using Landfall.Config.Plan;

namespace Landfall.Config;

/// <summary>What was looked up in AWS for one environment.</summary>
public sealed record EnvironmentFacts
{
    /// <summary>The imported VPC and the subnets to create in it, or null when nothing is imported.</summary>
    public ImportedNetworkPlan? Network { get; init; }

    /// <summary>The id of the domain's hosted zone, or null when it has not been looked up.</summary>
    public string? HostedZoneId { get; init; }
}
