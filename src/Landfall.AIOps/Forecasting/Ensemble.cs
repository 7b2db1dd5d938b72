using Landfall.AIOps.Forecasting.GaussianProcess;

namespace Landfall.AIOps.Forecasting;

/// <summary>
/// The median of seven forecasts: a Gaussian process in three views of the series (as it is, and through a mild and a
/// strong logarithm) and once with unfitted parameters, a lag regression in two views, and the seasonal naive. The median
/// follows the majority where a single model goes astray, which no weighted mean that was tried did as well.
/// </summary>
internal static class Ensemble
{
    private const double MildLog = 0.5;
    private const double StrongLog = 0.1;

    /// <summary>Fewer values than this are only repeated.</summary>
    private const int FewestValues = 4;

    /// <param name="history">Standardised values without gaps, not all equal.</param>
    /// <param name="horizon">How many steps to forecast.</param>
    /// <param name="seasonality">The periods, each at most half of the history.</param>
    /// <returns>The forecast, and the standard deviation of each step's error, which never falls.</returns>
    public static (double[] Point, double[] Deviation) Predict(ReadOnlySpan<double> history, int horizon, Seasonality seasonality)
    {
        if (history.Length < FewestValues)
            return (Repeat(history[^1], horizon), [.. Enumerable.Range(1, horizon).Select(step => Math.Sqrt(step))]);
        var mild = new LogView(history, MildLog);
        var strong = new LogView(history, StrongLog);
        var start = ProcessModel.Start(mild.Values, seasonality);
        var fitted = ProcessModel.Fit(start, mild.Values, seasonality);
        var (plain, deviation) = ProcessModel.Predict(fitted, history, horizon, seasonality);
        double[][] members =
        [
            plain,
            ProcessModel.Predict(start, history, horizon, seasonality).Point,
            mild.Undo(ProcessModel.Predict(fitted, mild.Values, horizon, seasonality).Point),
            strong.Undo(ProcessModel.Predict(fitted, strong.Values, horizon, seasonality).Point),
            LagRegression.Predict(history, horizon, seasonality),
            strong.Undo(LagRegression.Predict(strong.Values, horizon, seasonality)),
            SeasonalNaive.Predict(history, horizon, seasonality),
        ];
        var point = new double[horizon];
        var column = new double[members.Length];
        for (var step = 0; step < horizon; step++)
        {
            for (var member = 0; member < members.Length; member++)
                column[member] = members[member][step];
            Array.Sort(column);
            point[step] = column[column.Length / 2];
        }

        return (point, deviation);
    }

    private static double[] Repeat(double value, int count) => [.. Enumerable.Repeat(value, count)];
}
