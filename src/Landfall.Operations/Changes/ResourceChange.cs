namespace Landfall.Operations.Changes;

/// <summary>What happens to one resource.</summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="Path">Where it stands in the program that made the template, or its stack and logical id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Action">What CloudFormation does to it.</param>
/// <param name="Effects">The ids of the effects that this has.</param>
/// <param name="Reason">What makes CloudFormation do it: the properties that differ, or who does.</param>
internal sealed record ResourceChange(
    string LogicalId, string Path, string Type, ResourceAction Action, IReadOnlyList<string> Effects, string Reason);
