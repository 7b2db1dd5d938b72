namespace Landfall.Operations.Specs.Judging;

/// <summary>What came of a check, and what was found.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Found">The value with its place; or why nobody has looked.</param>
internal sealed record Judgement(CheckOutcome Outcome, string Found);
