using Landfall.Aws.Alarms;

namespace Landfall.Operations.Status;

/// <summary>How an environment's alarms are.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Active">Those that have gone off, the last first.</param>
internal sealed record AlarmSummary(int Count, IReadOnlyList<ActiveAlarm> Active)
{
    /// <summary>Sums alarms up.</summary>
    /// <param name="alarms">All of them.</param>
    /// <returns>The summary.</returns>
    public static AlarmSummary Of(IReadOnlyCollection<MetricAlarmState> alarms) => new(
        alarms.Count,
        [.. alarms.Where(a => a.State == "ALARM").OrderByDescending(a => a.Since).Select(a => new ActiveAlarm(a.Name, a.Reason, a.Since))]);
}
