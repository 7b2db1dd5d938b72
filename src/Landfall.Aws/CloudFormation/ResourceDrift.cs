namespace Landfall.Aws.CloudFormation;

/// <summary>A resource that CloudFormation has compared with its template.</summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="PhysicalId">Its name in AWS.</param>
/// <param name="Type">Its CloudFormation type.</param>
/// <param name="Status"><c>IN_SYNC</c>, <c>MODIFIED</c> or <c>DELETED</c>.</param>
/// <param name="Expected">The properties that the template gives it, resolved, as JSON; null where CloudFormation does not tell.</param>
/// <param name="Differences">The properties that differ.</param>
public sealed record ResourceDrift(
    string LogicalId, string PhysicalId, string Type, string Status, string? Expected, IReadOnlyList<PropertyDrift> Differences);
