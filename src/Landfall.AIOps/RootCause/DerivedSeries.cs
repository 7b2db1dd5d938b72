namespace Landfall.AIOps.RootCause;

/// <summary>Makes coarse series of logs and spans, so that an onset can be found where there are no metrics.</summary>
internal static class DerivedSeries
{
    private const int Bins = 60;

    /// <summary>Error lines, failures and mean durations of each node, over sixty equal parts of the time.</summary>
    public static IReadOnlyList<MetricSeries> Of(IncidentCase incident)
    {
        var times = incident.Logs.Select(l => l.Time).Concat(incident.Spans.Select(s => s.Start)).ToList();
        if (incident.Reference is { } known)
            times.RemoveAll(known.Contains);
        if (times.Count < 2)
            return [];
        var first = times.Min();
        var width = (times.Max() - first) / Bins;
        if (width <= TimeSpan.Zero)
            return [];
        var clock = Enumerable.Range(0, Bins).Select(i => first + (i * width)).ToArray();
        var bins = new Dictionary<(string Node, MetricKind Kind), (double[] Sum, double[] Count)>();
        foreach (var line in incident.Logs.Where(l => l.IsError && l.Count > 0))
            Add(line.Node, MetricKind.Errors, line.Time, line.Count);
        foreach (var span in incident.Spans)
        {
            Add(span.Node, MetricKind.Latency, span.Start, span.Duration.TotalMilliseconds);
            if (span.Failed)
                Add(span.Node, MetricKind.Errors, span.Start, 1);
        }

        return [.. bins.Select(b => new MetricSeries(b.Key.Node, b.Key.Kind, "", clock,
            b.Key.Kind == MetricKind.Errors ? b.Value.Sum : [.. b.Value.Sum.Zip(b.Value.Count, (s, c) => s / c)]))];

        void Add(string node, MetricKind kind, DateTimeOffset time, double value)
        {
            var bin = (int)Math.Floor((time - first) / width);
            if (time < first || bin > Bins)
                return;
            if (!bins.TryGetValue((node, kind), out var series))
                bins[(node, kind)] = series = (new double[Bins], new double[Bins]);
            series.Sum[Math.Min(bin, Bins - 1)] += value;
            series.Count[Math.Min(bin, Bins - 1)]++;
        }
    }
}
