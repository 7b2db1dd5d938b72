namespace Landfall.Config.Plan;

/// <summary>What a service promises its callers over thirty days.</summary>
/// <param name="AvailabilityPercent">Share of requests that are not answered with a 5xx status, or null.</param>
/// <param name="Latency">Share of requests that are answered in a time, or null.</param>
public sealed record SloPlan(double? AvailabilityPercent, LatencyObjectivePlan? Latency);
