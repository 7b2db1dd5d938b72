namespace Landfall.Operations.OneOff;

/// <summary>What a task that is run by itself takes over from a service or job.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="TaskDefinition">The ARN of the task definition.</param>
/// <param name="Subnets">Its subnets.</param>
/// <param name="SecurityGroups">Its security groups.</param>
internal sealed record RunSource(string Cluster, string TaskDefinition, IReadOnlyList<string> Subnets, IReadOnlyList<string> SecurityGroups);
