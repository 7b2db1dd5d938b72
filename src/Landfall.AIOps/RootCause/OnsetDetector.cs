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
    private const double MostDeviations = 10;

    /// <summary>The most likely moment, or null when no series changes clearly.</summary>
    /// <param name="metrics">The series.</param>
    /// <param name="reference">A period that was good: trouble did not begin in it, whether it is from before or after.</param>
    /// <param name="least">How many normal deviations a change has to be worth: every series has some best place to split it.</param>
    public static DateTimeOffset? Find(IReadOnlyList<MetricSeries> metrics, TimeRange? reference, double least)
    {
        var votes = new SortedDictionary<DateTimeOffset, double>();
        foreach (var series in metrics)
        {
            if (Split(series, reference) is { } split && split.Gain >= least * least)
                votes[split.Time] = votes.GetValueOrDefault(split.Time) + Math.Log(1 + split.Gain);
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
    private static (DateTimeOffset Time, double Gain)? Split(MetricSeries series, TimeRange? reference)
    {
        var points = Enumerable.Range(0, Math.Min(series.Times.Count, series.Values.Count))
            .Where(i => double.IsFinite(series.Values[i])).ToLookup(i => reference?.Contains(series.Times[i]) ?? false);
        int[] open = [.. points[false]];
        var good = points[true].Select(i => series.Values[i]).Order().ToArray();
        var isScaled = good.Length >= LeastBefore;
        var values = open.Select(i => series.Values[i]).ToArray();
        var n = values.Length;
        var first = isScaled ? 1 : LeastBefore;
        if (n < first + LeastAfter)
            return null;
        values = isScaled ? InDeviations(values, good) : InRange(values);
        double total = values.Sum(), squares = values.Sum(v => v * v), left = 0, gain = 0;
        var at = -1;
        for (var k = 1; k <= n - LeastAfter; k++)
        {
            left += values[k - 1];
            if (k < first)
                continue;
            double a = left / k, b = (total - left) / (n - k);
            var between = (double)k * (n - k) / n * (a - b) * (a - b);
            if (between > gain)
            {
                gain = between;
                at = k;
            }
        }

        if (at < 0 || !(gain > 0))
            return null;
        var rest = isScaled ? 1 : (squares - (total * total / n) - gain) / n;
        return (series.Times[open[at]], gain / Math.Max(rest, gain * 1e-6));
    }

    // What is known to be good gives the scale, but not the level: between two days that may be another.
    private static double[] InDeviations(double[] values, double[] good)
    {
        double center = Robust.Quantile(good, 0.5), scale = Robust.Scale(good);
        return [.. values.Select(v => v == center ? 0 : Math.Clamp((v - center) / scale, -MostDeviations, MostDeviations))];
    }

    // Values are put on the scale of the series and cut off, so that neither unit nor a single outlier matters.
    private static double[] InRange(double[] values)
    {
        var sorted = values.Order().ToArray();
        double low = Robust.Quantile(sorted, 0.02), high = Robust.Quantile(sorted, 0.98);
        var scale = high > low ? high - low : 1;
        return [.. values.Select(v => (Math.Clamp(v, low, high) - low) / scale)];
    }

    private static TimeSpan Reach(IReadOnlyList<MetricSeries> metrics)
    {
        var first = metrics.FirstOrDefault(m => m.Times.Count > 1);
        return first is null ? TimeSpan.Zero : 5 * ((first.Times[^1] - first.Times[0]) / (first.Times.Count - 1));
    }
}
