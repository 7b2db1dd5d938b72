namespace Landfall.Config.Plan;

/// <summary>A DynamoDB table.</summary>
public sealed record TablePlan
{
    /// <summary>The name under which services use it.</summary>
    public required string Name { get; init; }

    /// <summary>The partition key.</summary>
    public required KeyPlan PartitionKey { get; init; }

    /// <summary>The sort key, or null.</summary>
    public required KeyPlan? SortKey { get; init; }

    /// <summary>The attribute that holds the expiry time, or null.</summary>
    public required string? Ttl { get; init; }

    /// <summary>True for continuous backups with point-in-time recovery.</summary>
    public required bool PointInTimeRecovery { get; init; }

    /// <summary>Global secondary indexes.</summary>
    public required IReadOnlyList<IndexPlan> Indexes { get; init; }

    /// <summary>Provisioned capacity, or null for on-demand.</summary>
    public required CapacityPlan? Capacity { get; init; }

    /// <summary>True when AWS refuses to delete it.</summary>
    public required bool DeletionProtection { get; init; }
}
