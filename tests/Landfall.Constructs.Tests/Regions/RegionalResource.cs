namespace Landfall.Constructs.Tests.Regions;

/// <summary>A resource of a template, with the paths of its properties.</summary>
internal sealed record RegionalResource(string Region, string Type, IReadOnlyList<string> Properties);
