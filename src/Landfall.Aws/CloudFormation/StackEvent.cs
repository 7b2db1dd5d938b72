namespace Landfall.Aws.CloudFormation;

/// <summary>One thing that happened to a resource of a stack, or to the stack itself.</summary>
/// <param name="Id">The event's unique id.</param>
/// <param name="Time">When it happened.</param>
/// <param name="LogicalId">The resource's name in the template.</param>
/// <param name="PhysicalId">Its name or ARN in AWS, or empty.</param>
/// <param name="Type">The resource's type.</param>
/// <param name="Status">The status it entered, for example <c>CREATE_FAILED</c>.</param>
/// <param name="Reason">CloudFormation's reason, or null.</param>
public sealed record StackEvent(string Id, DateTimeOffset Time, string LogicalId, string PhysicalId, string Type, string Status, string? Reason);
