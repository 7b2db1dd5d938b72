using System.Globalization;

namespace Landfall.AIOps.RootCause;

/// <summary>Finds the symptoms that metrics show.</summary>
internal static class MetricSymptoms
{
    /// <summary>Every series that moved in the direction of trouble, weak ones included.</summary>
    public static List<Symptom> Find(IncidentCase incident, DateTimeOffset onset, RootCauseOptions options)
    {
        var shifts = new List<MetricShift>();
        foreach (var series in incident.Metrics)
        {
            var windows = SeriesWindows.Cut(series, onset, incident.Reference, options.IncidentWindow);
            if (MetricShifts.Measure(series, windows) is { } shift)
                shifts.Add(shift);
        }

        var requests = new Dictionary<string, MetricSeries>(StringComparer.Ordinal);
        foreach (var series in incident.Metrics.Where(m => m.Kind == MetricKind.Requests))
            requests.TryAdd(series.Node, series);
        var common = Common(shifts);
        var found = new List<Symptom>();
        foreach (var shift in shifts)
        {
            var counted = shift.Series.Kind == MetricKind.Availability && requests.TryGetValue(shift.Series.Node, out var count)
                ? AvailabilityShift.Measure(shift.Series, count, onset, incident.Reference, options.IncidentWindow)
                : null;
            if (Symptom(shift, counted?.Deviations, common.GetValueOrDefault((shift.Series.Kind, shift.Series.Name), 1)) is { } symptom)
                found.Add(symptom with { Volume = counted?.Additional ?? Waiting(shift, requests, onset, options.IncidentWindow) });
        }

        return found;
    }

    /// <summary>
    /// How far a metric of a resource moved at the same time on all nodes. A shortage is local: what moves everywhere
    /// (a drift between two days, a change of load) is measured away.
    /// </summary>
    private static Dictionary<(MetricKind, string), double> Common(List<MetricShift> shifts)
    {
        var common = new Dictionary<(MetricKind, string), double>();
        foreach (var group in shifts.Where(s => IsResource(s.Series.Kind) && !s.IsNew).GroupBy(s => (s.Series.Kind, s.Series.Name)))
        {
            var moves = group.Select(s => Math.Max(s.Rise, s.Fall)).Order().ToArray();
            if (moves.Length >= 4)
                common[group.Key] = Math.Max(1, Robust.Quantile(moves, 0.5));
        }

        return common;
    }

    /// <summary>The additional waiting time over all requests, where the mean latency and the requests are known.</summary>
    private static double? Waiting(
        MetricShift shift, Dictionary<string, MetricSeries> requests, DateTimeOffset onset, TimeSpan window)
    {
        var series = shift.Series;
        if (series.Kind != MetricKind.Latency || !series.IsMean || !requests.TryGetValue(series.Node, out var asked))
            return null;
        var waiting = RequestVolume.Sum(series with { Values = [.. series.Values.Select(v => v - shift.Usual)] }, asked, onset, window);
        return waiting is { } sum ? Math.Max(0, sum) : null;
    }

    private static bool IsResource(MetricKind kind) =>
        kind is MetricKind.Cpu or MetricKind.Memory or MetricKind.Disk or MetricKind.Network or MetricKind.Other;

    private static Symptom? Symptom(MetricShift shift, double? counted, double common)
    {
        var kind = shift.Series.Kind;
        var (channel, cause, rise, fall) = kind switch
        {
            MetricKind.Cpu => (SymptomChannel.Resource, CauseKind.Cpu, 1.0, 0.0),
            MetricKind.Memory => (SymptomChannel.Resource, CauseKind.Memory, 1, 0),
            MetricKind.Disk => (SymptomChannel.Resource, CauseKind.Disk, 1, 0),
            MetricKind.Network => (SymptomChannel.Resource, CauseKind.Network, 1, 0.5),
            MetricKind.Latency => (SymptomChannel.Latency, CauseKind.Latency, 1, 0),
            MetricKind.Availability => (SymptomChannel.Errors, CauseKind.Errors, 0, 1),
            MetricKind.Errors => (SymptomChannel.Errors, CauseKind.Errors, 1, 0),
            MetricKind.Requests => (SymptomChannel.Load, CauseKind.Load, 1, 1),
            _ => (SymptomChannel.Resource, CauseKind.Unknown, 1, 1),
        };
        if (shift.IsNew)
            return null;
        var strength = counted ?? (Math.Max(rise * shift.Rise, fall * shift.Fall) / common);
        if (!(strength > 0))
            return null;
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{shift.Series.Name} {Number(shift.Seen)}, usually {Number(shift.Normal)} ({strength:0.#} deviations)");
        return new Symptom(shift.Series.Node, channel, cause, strength, text, shift.Since);
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
