using Landfall.Operations.Specs.Judging;

namespace Landfall.Operations.Specs;

/// <summary>What came of a check under a requirement.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Check">What is written there.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Found">What was found, and where.</param>
internal sealed record CheckedClaim(int Line, string Check, CheckOutcome Outcome, string Found);
