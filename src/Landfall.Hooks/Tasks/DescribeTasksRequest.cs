namespace Landfall.Hooks.Tasks;

/// <summary>Which tasks ECS is to tell of.</summary>
/// <param name="Cluster">Their cluster.</param>
/// <param name="Tasks">Their ARNs.</param>
internal sealed record DescribeTasksRequest(string Cluster, string[] Tasks);
