namespace Landfall.Constructs.Tests.Regions;

/// <summary>What validation said of a file in a region, and whether something had to be taken out of it.</summary>
internal sealed record RegionalRefusal(string File, string Region, IReadOnlyList<string> Codes, bool Changed);
