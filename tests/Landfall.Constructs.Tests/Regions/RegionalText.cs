namespace Landfall.Constructs.Tests.Regions;

/// <summary>A template as text.</summary>
internal sealed record RegionalText(string Region, string Stack, string Text);
