using System.Globalization;
using Landfall.AIOps.RootCause;

namespace Landfall.Evaluation.Nezha;

/// <summary>Turns a fault into a case: the fault-free minute of the day, the fault's own minutes, and the metrics so far.</summary>
internal static class NezhaCases
{
    // The authors look at the second minute after the injection.
    private const int MinutesAfter = 2;

    public static IncidentCase Of(NezhaDay day, NezhaDay normal, NezhaFault fault)
    {
        var until = Minute(fault.Time) + TimeSpan.FromMinutes(MinutesAfter + 1);
        var minutes = Enumerable.Range(0, MinutesAfter + 1)
            .Select(i => (fault.Time + TimeSpan.FromMinutes(i)).ToString("HH_mm", CultureInfo.InvariantCulture))
            .Where(m => day.Minutes.Contains(m)).ToList();
        List<TraceSpan> good = [.. normal.Minutes.SelectMany(normal.Spans)];
        return new IncidentCase
        {
            Reference = new TimeRange(good.Min(s => s.Start), good.Max(s => s.Start).AddTicks(1)),

            // Files overlap: a trace that lasts beyond its minute is in both.
            Spans = [.. good.Concat(minutes.SelectMany(day.Spans)).DistinctBy(s => s.SpanId)],
            Logs = [.. normal.Minutes.SelectMany(normal.Logs).Concat(minutes.SelectMany(day.Logs)).Distinct()],
            Metrics = [.. day.Metrics(until)],
            Onset = fault.Time,
        };
    }

    /// <summary>Whether the kind that was found is that of the injected type.</summary>
    public static bool SameKind(string injected, CauseKind found) => injected switch
    {
        "return" or "exception" => found is CauseKind.Code or CauseKind.Errors,
        "network_delay" => found is CauseKind.Network or CauseKind.Latency,
        _ => injected.StartsWith("cpu", StringComparison.Ordinal) && found == CauseKind.Cpu,
    };

    private static DateTimeOffset Minute(DateTimeOffset time) =>
        new(time.Year, time.Month, time.Day, time.Hour, time.Minute, 0, TimeSpan.Zero);
}
