namespace Landfall.Aws.CloudFormation;

/// <summary>A property that is not what the template says.</summary>
/// <param name="Path">Its path, for example <c>/VersioningConfiguration/Status</c>.</param>
/// <param name="Kind"><c>ADD</c>, <c>REMOVE</c> or <c>NOT_EQUAL</c>.</param>
/// <param name="Expected">What the template says.</param>
/// <param name="Actual">What it is.</param>
public sealed record PropertyDrift(string Path, string Kind, string Expected, string Actual);
