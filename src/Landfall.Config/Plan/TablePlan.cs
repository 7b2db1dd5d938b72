namespace Landfall.Config.Plan;

/// <summary>A DynamoDB table.</summary>
public sealed record TablePlan
{
    /// <summary>Its name in AWS, and in the rest of the plan: the one under which it was first deployed.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the file today, for people; not <see cref="Name"/> where <c>was</c> says that it was renamed.</summary>
    public required string Title { get; init; }

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

    /// <summary>The name in AWS of a table that was there before, or null for the one that follows from <see cref="Name"/>.</summary>
    public required string? AwsName { get; init; }
}
