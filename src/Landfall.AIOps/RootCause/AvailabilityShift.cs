namespace Landfall.AIOps.RootCause;

/// <summary>
/// Measures a fall of the share of successful requests by the number of requests that failed, where the number of
/// requests is known: 3 % of 1,000 requests says more than 10 % of 20.
/// </summary>
internal static class AvailabilityShift
{
    /// <summary>
    /// How many normal deviations more requests failed than before, and how many requests that were; null when there
    /// are no counts.
    /// </summary>
    public static (double Deviations, double Additional)? Measure(
        MetricSeries availability, MetricSeries requests, DateTimeOffset onset, TimeRange? reference, TimeSpan window)
    {
        var failures = Failures(availability, requests);
        if (failures.Values.Count == 0)
            return null;
        var failed = SeriesWindows.Cut(failures, onset, reference, window);
        var asked = SeriesWindows.Cut(failures with { Values = Aligned(failures, requests) }, onset, reference, window);
        if (failed.Incident.Length == 0 || failed.Reference.Length < 3)
            return null;
        double count = failed.Incident.Sum(), trials = asked.Incident.Sum();
        var deviations = Proportion.Deviations(count, trials, failed.Reference.Sum(), asked.Reference.Sum());
        var usual = failed.Reference.Sum() / asked.Reference.Sum();
        if (reference is not null && asked.Before.Length > 0)
        {
            // Against the little that is known from just before, half a failure is not added: it would hide a real one.
            usual = Math.Max(usual, JustBefore(failed.Before, asked.Before));
            deviations = Math.Min(deviations, Proportion.Deviations(count, trials, usual * asked.Reference.Sum(), asked.Reference.Sum()));
        }

        var additional = availability with { Values = [.. availability.Values.Select(v => FailedShare(v) - usual)] };
        return (deviations, Math.Max(0, RequestVolume.Sum(additional, requests, onset, window) ?? 0));
    }

    // Trouble may have been noticed late, so the half of the intervals counts in which less failed.
    private static double JustBefore(double[] failed, double[] asked)
    {
        var half = failed.Zip(asked).OrderBy(p => p.First / p.Second).Take((failed.Length + 1) / 2).ToList();
        return half.Sum(p => p.First) / half.Sum(p => p.Second);
    }

    private static MetricSeries Failures(MetricSeries availability, MetricSeries requests)
    {
        List<DateTimeOffset> times = [];
        List<double> values = [];
        var counts = Counts(requests);
        for (var i = 0; i < Math.Min(availability.Times.Count, availability.Values.Count); i++)
        {
            var share = availability.Values[i];
            if (double.IsFinite(share) && counts.TryGetValue(availability.Times[i], out var n))
            {
                times.Add(availability.Times[i]);
                values.Add(n * FailedShare(share));
            }
        }

        return availability with { Times = times, Values = values };
    }

    private static double FailedShare(double availability) => Math.Clamp(1 - (availability / 100), 0, 1);

    private static double[] Aligned(MetricSeries failures, MetricSeries requests)
    {
        var counts = Counts(requests);
        return [.. failures.Times.Select(t => counts[t])];
    }

    private static Dictionary<DateTimeOffset, double> Counts(MetricSeries requests)
    {
        var counts = new Dictionary<DateTimeOffset, double>();
        for (var i = 0; i < Math.Min(requests.Times.Count, requests.Values.Count); i++)
        {
            if (double.IsFinite(requests.Values[i]) && requests.Values[i] > 0)
                counts[requests.Times[i]] = requests.Values[i];
        }

        return counts;
    }
}
