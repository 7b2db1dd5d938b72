namespace Landfall.Evaluation.Kpi;

/// <summary>The label tolerance that TSB-AD takes: the lag of the strongest peak of a series' autocorrelation.</summary>
internal static class AutocorrelationPeak
{
    private const int Rows = 20000;
    private const int FirstLag = 3;
    private const int LastLag = 400;
    private const int LongestUsed = 300;
    private const int Default = 125;

    /// <summary>Returns the lag, in rows; 125 where there is no peak, or where the strongest is not among the lags that TSB-AD uses.</summary>
    public static int Lag(IReadOnlyList<double> values)
    {
        var rows = Math.Min(Rows, values.Count);
        var mean = values.Take(rows).Where(double.IsFinite).DefaultIfEmpty(0).Average();
        var centred = values.Take(rows).Select(value => double.IsFinite(value) ? value - mean : 0).ToArray();
        var products = new double[LastLag + 1];
        for (var lag = FirstLag; lag <= Math.Min(LastLag, rows - 1); lag++)
        {
            for (var row = lag; row < rows; row++)
                products[lag] += centred[row] * centred[row - lag];
        }

        var best = -1;
        for (var lag = FirstLag + 1; lag < Math.Min(LastLag, rows - 1); lag++)
        {
            if (products[lag] > products[lag - 1] && products[lag] > products[lag + 1] && (best < 0 || products[lag] > products[best]))
                best = lag;
        }

        // The benchmark compares the lag counted from its first one.
        return best - FirstLag is < FirstLag or > LongestUsed ? Default : best;
    }
}
