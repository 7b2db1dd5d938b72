namespace Landfall.Aws.Containers;

/// <summary>A version of a service that has tasks: an entry of <c>deployments</c> in ECS's <c>DescribeServices</c>.</summary>
/// <param name="Id">Its id, by which tasks say who started them.</param>
/// <param name="Status"><c>PRIMARY</c> for the newest, <c>ACTIVE</c> for one that is being replaced.</param>
/// <param name="TaskDefinition">The ARN of its task definition.</param>
/// <param name="State"><c>IN_PROGRESS</c>, <c>COMPLETED</c> or <c>FAILED</c>; empty where ECS does not say.</param>
/// <param name="Reason">The state in ECS's words.</param>
/// <param name="Failed">How many of its tasks have failed to start, in a row.</param>
/// <param name="Created">When it began.</param>
public sealed record ServiceVersion(
    string Id, string Status, string TaskDefinition, string State, string Reason, int Failed, DateTimeOffset Created);
