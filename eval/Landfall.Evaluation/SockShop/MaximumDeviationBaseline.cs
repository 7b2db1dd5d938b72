namespace Landfall.Evaluation.SockShop;

/// <summary>
/// The two baselines that rank metrics by their largest value after the onset, for comparison: BARO's scorer (Pham et
/// al., FSE 2024) in interquartile ranges above the median, NSigma (Li et al., 2022) in standard deviations above the
/// mean. A metric without spread is measured in its own unit, which is why memory is in megabytes.
/// </summary>
internal static class MaximumDeviationBaseline
{
    /// <summary>The services in descending order of their best metric.</summary>
    /// <param name="run">The repetition.</param>
    /// <param name="late">How many seconds late the onset is said to be.</param>
    /// <param name="robust">Whether medians are used (BARO) rather than means (NSigma).</param>
    public static IReadOnlyList<string> Rank(SockShopRun run, int late, bool robust)
    {
        var (from, onset, until) = SockShopCases.Window(run, late);
        return [.. Enumerable.Range(0, run.Columns.Length)
            .Select(c => (
                Column: run.Columns[c],
                Normal: Enumerable.Range(from, onset - from).Select(r => run.Rows[r][c]).ToArray(),
                Issue: Enumerable.Range(onset, until - onset).Select(r => run.Rows[r][c]).ToArray()))
            .Where(s => s.Normal.Distinct().Count() > 1 && s.Issue.Distinct().Count() > 1)
            .OrderByDescending(s => Score(s.Normal, s.Issue.Max(), robust))
            .Select(s => SockShopRun.ServiceOf(s.Column))
            .Distinct()];
    }

    private static double Score(double[] normal, double highest, bool robust)
    {
        Array.Sort(normal);
        var center = robust ? Quantile(normal, 0.5) : normal.Average();
        var scale = robust
            ? Quantile(normal, 0.75) - Quantile(normal, 0.25)
            : Math.Sqrt(normal.Average(v => (v - center) * (v - center)));
        return (highest - center) / (scale > 0 ? scale : 1);
    }

    private static double Quantile(double[] ascending, double share)
    {
        var position = (ascending.Length - 1) * share;
        var low = (int)position;
        return ascending[low] + ((ascending[Math.Min(low + 1, ascending.Length - 1)] - ascending[low]) * (position - low));
    }
}
