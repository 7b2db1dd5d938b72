namespace Landfall.AIOps.RootCause;

/// <summary>The parts of one series: what was normal, what was just before the onset, and the incident. Each keeps its order.</summary>
/// <param name="Reference">Values that the incident is compared with.</param>
/// <param name="Before">The last values before the onset.</param>
/// <param name="Coverage">The share of the times before the onset at which the series had a value, in [0, 1].</param>
/// <param name="Incident">Values from the onset on.</param>
/// <param name="IncidentTimes">Their times.</param>
internal sealed record SeriesWindows(
    double[] Reference,
    double[] Before,
    double Coverage,
    double[] Incident,
    DateTimeOffset[] IncidentTimes)
{
    private const int LeastReference = 8;

    /// <summary>Cuts a series. A value whose interval straddles the onset belongs to no part.</summary>
    public static SeriesWindows Cut(MetricSeries series, DateTimeOffset onset, TimeRange? reference, TimeSpan window)
    {
        var count = Math.Min(series.Times.Count, series.Values.Count);
        List<double> good = new(count), before = [], incident = [];
        List<DateTimeOffset> times = [];
        int slots = 0, filled = 0;
        var step = Step(series, count);
        for (var i = 0; i < count; i++)
        {
            var value = series.Values[i];
            var time = series.Times[i];
            var isGood = reference is { } known ? known.Contains(time) : time < onset;
            slots += isGood ? 1 : 0;
            if (!double.IsFinite(value))
                continue;
            filled += isGood ? 1 : 0;
            if (reference is not null && isGood)
            {
                good.Add(value);
            }
            else if (time >= onset)
            {
                if (time < onset + window)
                {
                    incident.Add(value);
                    times.Add(time);
                }
            }
            else if (time + step <= onset)
            {
                before.Add(value);
            }
        }

        // Without a separate reference (or when it holds too little), everything before the onset is the reference,
        // and its second half is what came just before: enough not to be ruled by an onset that is a little late.
        if (good.Count < LeastReference)
        {
            good.AddRange(before);
            before = good.GetRange(good.Count / 2, good.Count - (good.Count / 2));
        }

        return new SeriesWindows([.. good], [.. before], slots == 0 ? 1 : (double)filled / slots, [.. incident], [.. times]);
    }

    private static TimeSpan Step(MetricSeries series, int count)
    {
        var step = TimeSpan.MaxValue;
        for (var i = 1; i < Math.Min(count, 64); i++)
        {
            var gap = series.Times[i] - series.Times[i - 1];
            if (gap > TimeSpan.Zero && gap < step)
                step = gap;
        }

        return step == TimeSpan.MaxValue ? TimeSpan.Zero : step;
    }
}
