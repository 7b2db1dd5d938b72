namespace Landfall.Evaluation.Rollouts;

/// <summary>What became of many releases of one kind.</summary>
/// <param name="Met">The share of the requests of an hour that the new version answered, on average.</param>
/// <param name="RolledBack">The share of releases that were rolled back.</param>
/// <param name="Minutes">The median of the minutes until the first of the traffic went back, of those that were; NaN where none was.</param>
internal sealed record RolloutOutcome(double Met, double RolledBack, double Minutes);
