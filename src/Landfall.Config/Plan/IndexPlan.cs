namespace Landfall.Config.Plan;

/// <summary>A global secondary index with all attributes.</summary>
/// <param name="Name">The index's name.</param>
/// <param name="PartitionKey">Its partition key.</param>
/// <param name="SortKey">Its sort key, or null.</param>
public sealed record IndexPlan(string Name, KeyPlan PartitionKey, KeyPlan? SortKey);
