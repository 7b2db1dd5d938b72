namespace Landfall.Aws.SystemsManager;

/// <summary>A parameter's value and how often it was set.</summary>
/// <param name="Value">The value.</param>
/// <param name="Version">1 for a new parameter.</param>
public sealed record VersionedParameter(string Value, long Version);
