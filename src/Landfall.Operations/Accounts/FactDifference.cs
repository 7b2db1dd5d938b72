namespace Landfall.Operations.Accounts;

/// <summary>A fact that is another than before.</summary>
/// <param name="Fact">Where it stands in the file, for example <c>accounts.111111111111.eu-west-1.hostedZones.example.com</c>.</param>
/// <param name="Before">What it was, or null.</param>
/// <param name="After">What it is, or null.</param>
internal sealed record FactDifference(string Fact, string? Before, string? After);
