namespace Landfall.Operations.Logs;

/// <summary>The hour with the most errors.</summary>
/// <param name="Start">When it began: a full hour, UTC.</param>
/// <param name="Errors">How many there were.</param>
internal sealed record WorstHour(DateTimeOffset Start, long Errors);
