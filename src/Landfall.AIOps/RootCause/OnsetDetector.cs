namespace Landfall.AIOps.RootCause;

/// <summary>
/// Finds when trouble began: the moment at which the most series leave their usual level together, each measured in
/// its own deviations. All series are looked at together, as in BARO (Pham et al., FSE 2024), since one series alone
/// moves for many reasons.
/// </summary>
internal static class OnsetDetector
{
    private const int LeastBefore = 8;
    private const int LeastAfter = 2;

    /// <summary>The most likely moment, or null when no series has enough values.</summary>
    public static DateTimeOffset? Find(IReadOnlyList<MetricSeries> metrics)
    {
        var votes = new SortedDictionary<DateTimeOffset, double>();
        foreach (var series in metrics)
        {
            if (Split(series) is { } split)
                votes[split.Time] = votes.GetValueOrDefault(split.Time) + split.Weight;
        }

        if (votes.Count == 0)
            return null;

        // Series do not react at exactly the same moment: the best moment is where the votes are densest.
        var times = votes.Keys.ToArray();
        var weights = votes.Values.ToArray();
        var reach = Reach(metrics);
        DateTimeOffset best = default;
        double most = -1;
        for (var i = 0; i < times.Length; i++)
        {
            double sum = 0;
            var strongest = i;
            for (var j = i; j < times.Length && times[j] - times[i] <= reach; j++)
            {
                sum += weights[j];
                strongest = weights[j] > weights[strongest] ? j : strongest;
            }

            if (sum > most)
            {
                most = sum;
                best = times[strongest];
            }
        }

        return best;
    }

    // The split of the values into before and after with the largest gain in squared error, in units of what remains.
    private static (DateTimeOffset Time, double Weight)? Split(MetricSeries series)
    {
        var times = new List<DateTimeOffset>();
        var values = new List<double>();
        for (var i = 0; i < Math.Min(series.Times.Count, series.Values.Count); i++)
        {
            if (double.IsFinite(series.Values[i]))
            {
                times.Add(series.Times[i]);
                values.Add(series.Values[i]);
            }
        }

        var n = values.Count;
        if (n < LeastBefore + LeastAfter)
            return null;
        Winsorize(values);
        double total = values.Sum(), squares = values.Sum(v => v * v), left = 0, gain = 0;
        var at = -1;
        for (var k = 1; k <= n - LeastAfter; k++)
        {
            left += values[k - 1];
            if (k < LeastBefore)
                continue;
            double a = left / k, b = (total - left) / (n - k);
            var between = (double)k * (n - k) / n * (a - b) * (a - b);
            if (between > gain)
            {
                gain = between;
                at = k;
            }
        }

        var rest = squares - (total * total / n) - gain;
        if (at < 0 || !(gain > 0))
            return null;
        return (times[at], Math.Log(1 + (gain / Math.Max(rest / n, gain * 1e-6))));
    }

    // Values are put on the scale of the series and cut off, so that neither unit nor a single outlier matters.
    private static void Winsorize(List<double> values)
    {
        var sorted = values.Order().ToArray();
        double low = Robust.Quantile(sorted, 0.02), high = Robust.Quantile(sorted, 0.98);
        var scale = high > low ? high - low : 1;
        for (var i = 0; i < values.Count; i++)
            values[i] = (Math.Clamp(values[i], low, high) - low) / scale;
    }

    private static TimeSpan Reach(IReadOnlyList<MetricSeries> metrics)
    {
        var first = metrics.FirstOrDefault(m => m.Times.Count > 1);
        return first is null ? TimeSpan.Zero : 5 * ((first.Times[^1] - first.Times[0]) / (first.Times.Count - 1));
    }
}
