namespace Landfall.AIOps.Forecasting;

/// <summary>Repeats the last season: the benchmark that every other model has to beat.</summary>
internal sealed class SeasonalNaive : IForecastModel
{
    /// <inheritdoc/>
    public string Name => "seasonal naive";

    /// <inheritdoc/>
    public double[] Predict(ReadOnlySpan<double> history, int horizon, Seasonality seasonality)
    {
        var last = history[^seasonality.Period..];
        var result = new double[horizon];
        for (var step = 0; step < horizon; step++)
            result[step] = last[step % last.Length];
        return result;
    }
}
