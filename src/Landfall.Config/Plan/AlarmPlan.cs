namespace Landfall.Config.Plan;

/// <summary>Limits whose breach alarms people and rolls a running deployment back.</summary>
/// <param name="ErrorRatePercent">Share of 5xx answers in percent, or null.</param>
/// <param name="LatencyP99">99th percentile of the response time, or null.</param>
/// <param name="RequestCount">Requests per minute, or null.</param>
/// <param name="UnhealthyTasks">True to alarm on unhealthy targets.</param>
public sealed record AlarmPlan(double? ErrorRatePercent, TimeSpan? LatencyP99, int? RequestCount, bool UnhealthyTasks);
