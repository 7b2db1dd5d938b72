namespace Landfall.Config.Plan;

/// <summary>The network of an environment: a new VPC, or one that exists.</summary>
public sealed record NetworkPlan
{
    /// <summary>The VPC's address block, for example <c>10.20.0.0/16</c>; ignored for an imported VPC.</summary>
    public required string Cidr { get; init; }

    /// <summary>Names of the availability zones used, 2 or 3 of them.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>How private subnets reach the internet.</summary>
    public required NatMode Nat { get; init; }

    /// <summary>True to record VPC flow logs in CloudWatch Logs.</summary>
    public required bool FlowLogs { get; init; }

    /// <summary>How long flow logs and other logs without a setting of their own are kept, in days.</summary>
    public required int LogDays { get; init; }

    /// <summary>The VPC to use in place of a new one, or null.</summary>
    public required ImportedNetworkPlan? Import { get; init; }
}
