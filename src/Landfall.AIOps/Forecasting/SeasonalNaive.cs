namespace Landfall.AIOps.Forecasting;

/// <summary>Repeats the last season: the benchmark that every other model has to beat.</summary>
internal static class SeasonalNaive
{
    /// <param name="history">At least one period of values.</param>
    /// <param name="horizon">How many values to add.</param>
    /// <param name="seasonality">The periods; only the shorter is used.</param>
    public static double[] Predict(ReadOnlySpan<double> history, int horizon, Seasonality seasonality)
    {
        var last = history[^seasonality.Period..];
        var result = new double[horizon];
        for (var step = 0; step < horizon; step++)
            result[step] = last[step % last.Length];
        return result;
    }
}
