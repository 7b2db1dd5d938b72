namespace Landfall.Config.Plan;

/// <summary>A DynamoDB table.</summary>
public sealed record TablePlan
{
    /// <summary>The name under which services use it.</summary>
    public required string Name { get; init; }

    /// <summary>The partition key.</summary>
    public required KeyPlan PartitionKey { get; init; }

    /// <summary>The sort key, or null.</summary>
    public KeyPlan? SortKey { get; init; }

    /// <summary>The attribute that holds the expiry time, or null.</summary>
    public string? Ttl { get; init; }

    /// <summary>True for continuous backups with point-in-time recovery.</summary>
    public bool PointInTimeRecovery { get; init; } = true;

    /// <summary>Global secondary indexes.</summary>
    public IReadOnlyList<IndexPlan> Indexes { get; init; } = [];

    /// <summary>Provisioned capacity, or null for on-demand.</summary>
    public CapacityPlan? Capacity { get; init; }

    /// <summary>True when AWS refuses to delete it.</summary>
    public bool DeletionProtection { get; init; }
}
