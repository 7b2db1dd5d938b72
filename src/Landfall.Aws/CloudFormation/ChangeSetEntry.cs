namespace Landfall.Aws.CloudFormation;

/// <summary>What a change set would do to one resource.</summary>
/// <param name="LogicalId">The resource's name in the template.</param>
/// <param name="Type">Its type.</param>
/// <param name="Action"><c>Add</c>, <c>Modify</c>, <c>Remove</c>, <c>Import</c> or <c>Dynamic</c>.</param>
/// <param name="Replacement"><c>True</c>, <c>False</c> or <c>Conditional</c> for a modification; otherwise null.</param>
/// <param name="PolicyAction">What becomes of what goes, for example <c>Delete</c>, <c>Retain</c> or <c>ReplaceAndDelete</c>; or null.</param>
public sealed record ChangeSetEntry(string LogicalId, string Type, string Action, string? Replacement, string? PolicyAction);
