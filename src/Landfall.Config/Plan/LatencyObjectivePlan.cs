namespace Landfall.Config.Plan;

/// <summary>A share of requests that is answered in a time.</summary>
/// <param name="Within">The time.</param>
/// <param name="Percent">The share in percent.</param>
public sealed record LatencyObjectivePlan(TimeSpan Within, double Percent);
