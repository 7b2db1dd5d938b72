namespace Landfall.AIOps.Forecasting;

/// <summary>One way to continue a series. Models see standardised values without gaps and keep no state.</summary>
internal interface IForecastModel
{
    /// <summary>A short stable name, for reports.</summary>
    string Name { get; }

    /// <summary>Continues a series.</summary>
    /// <param name="history">The values so far, standardised, at least two.</param>
    /// <param name="horizon">How many steps to continue.</param>
    /// <param name="seasonality">The periods; both at most half of the history.</param>
    /// <returns>The next values, <paramref name="horizon"/> of them.</returns>
    double[] Predict(ReadOnlySpan<double> history, int horizon, Seasonality seasonality);
}
