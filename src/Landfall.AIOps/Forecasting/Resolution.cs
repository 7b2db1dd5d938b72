namespace Landfall.AIOps.Forecasting;

/// <summary>
/// Forecasts finely sampled series, such as minutes, in coarser blocks of about a twenty-fourth of a period, and adds the
/// detail back: the shape that each period repeats inside its blocks, and the last deviation from it, which fades.
/// </summary>
internal static class Resolution
{
    private const int BlocksPerPeriod = 24;

    /// <summary>Periods up to this many steps are forecast as they are.</summary>
    private const int LongestPlainPeriod = 4 * BlocksPerPeriod - 1;

    /// <param name="values">Standardised values without gaps, not all equal.</param>
    /// <param name="horizon">How many steps to forecast.</param>
    /// <param name="seasonality">The periods, each at most half of the values.</param>
    public static (double[] Point, double[] Deviation) Predict(double[] values, int horizon, Seasonality seasonality)
    {
        var block = BlockOf(seasonality.Period);
        if (block == 1)
            return Ensemble.Predict(values, horizon, seasonality);

        var first = values.Length % block;
        var coarse = values[first..].Chunk(block).Select(chunk => chunk.Average()).ToArray();
        var scale = Scale.Of(coarse);
        if (scale.Unit == 0)
            return (new double[horizon], [.. Enumerable.Repeat(1.0, horizon)]);
        var blocks = (horizon + block - 1) / block;
        var (ahead, spread) = Ensemble.Predict(
            scale.Apply(coarse), blocks, new Seasonality(seasonality.Period / block, seasonality.LongPeriod / block));
        double[] all = [.. coarse, .. scale.Undo(ahead)];
        var detail = new BlockShape(values, first, block, seasonality.Period, all);
        var point = new double[horizon];
        var deviation = new double[horizon];
        for (var step = 0; step < horizon; step++)
        {
            point[step] = detail.At(step);
            deviation[step] = Math.Sqrt(Math.Pow(scale.Unit * spread[step / block], 2) + detail.Variance);
        }

        return (point, deviation);
    }

    /// <summary>The divisor of the period that comes closest to a twenty-fourth of it, or 1 for short periods.</summary>
    private static int BlockOf(int period)
    {
        if (period <= LongestPlainPeriod)
            return 1;
        return Enumerable.Range(1, period / 4)
            .Where(block => period % block == 0)
            .MinBy(block => Math.Abs(Math.Log((double)block * BlocksPerPeriod / period)));
    }
}
