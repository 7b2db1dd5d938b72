namespace Landfall.Aws.Containers;

/// <summary>What a single task is started with.</summary>
/// <param name="Cluster">Its cluster.</param>
/// <param name="TaskDefinition">The ARN of its task definition.</param>
/// <param name="Subnets">The subnets, in one of which it runs.</param>
/// <param name="SecurityGroups">Its security groups.</param>
/// <param name="StartedBy">Who starts it, as <c>ListTasks</c> finds it: at most 128 characters.</param>
/// <param name="Token">Starts it once, however often the request is sent: at most 64 characters.</param>
public sealed record TaskStart(
    string Cluster, string TaskDefinition, IReadOnlyList<string> Subnets, IReadOnlyList<string> SecurityGroups, string StartedBy, string Token)
{
    /// <summary>What one of its containers is given instead of what the task definition says; null for nothing.</summary>
    public ContainerOverride? Override { get; init; }
}
