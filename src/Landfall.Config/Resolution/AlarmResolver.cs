using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Resolution;

/// <summary>Resolves what alarms people about a service.</summary>
internal static class AlarmResolver
{
    private static readonly TimeSpan LeastAge = TimeSpan.FromMinutes(15);

    /// <summary>The limits and objectives of a service.</summary>
    public static AlarmPlan Resolve(SettingsModel settings, ServiceModel model) => new()
    {
        ErrorRatePercent = model.Alarms.ErrorRate?.Value,
        LatencyP99 = model.Alarms.LatencyP99,
        RequestCount = model.Alarms.RequestCount,
        UnhealthyTasks = model.Alarms.UnhealthyTasks,
        Crashes = model.Alarms.Crashes,
        SaturationPercent = model.Alarms.Saturation.Value,
        QueueAge = model.Type == ServiceType.Worker ? model.Alarms.QueueAge ?? QueueAge(settings.Queues[model.Queue!]) : TimeSpan.Zero,
        Anomalies = [.. model.Alarms.Anomaly.Distinct().Order()],
        Slo = model.Slo is { } slo ? new SloPlan(slo.Availability?.Value, Latency(slo)) : null,
    };

    /// <summary>
    /// A message that is handled badly is in the dead-letter queue by then; an older one is waiting for a worker. Before SQS
    /// throws messages away somebody has to know.
    /// </summary>
    private static TimeSpan QueueAge(QueueModel queue)
    {
        var most = Math.Floor(queue.Retention.TotalSeconds * 4 / 5);
        return TimeSpan.FromSeconds(Math.Min(most, Math.Max(LeastAge.TotalSeconds, queue.Visibility.TotalSeconds * queue.Retries)));
    }

    private static LatencyObjectivePlan? Latency(SloModel slo) =>
        slo.Latency is { } text && LatencyObjective.TryParse(text, out var objective) ? objective : null;
}
