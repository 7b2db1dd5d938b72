namespace Landfall.Aws.CloudFormation;

/// <summary>A resource of a deployed stack.</summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="PhysicalId">Its name or ARN in AWS.</param>
/// <param name="Type">Its type, for example <c>AWS::ECS::Service</c>.</param>
/// <param name="Status">Its status, for example <c>CREATE_COMPLETE</c>.</param>
public sealed record StackResource(string LogicalId, string PhysicalId, string Type, string Status);
