namespace Landfall.AIOps.Forecasting;

/// <summary>What a series is expected to do.</summary>
/// <param name="Point">The expected value of each step ahead, nearest first.</param>
/// <param name="Lower">The lower end of the prediction interval of each step; never above <paramref name="Point"/>.</param>
/// <param name="Upper">The upper end of the prediction interval of each step; never below <paramref name="Point"/>.</param>
/// <param name="Coverage">The share of future values that the interval is meant to contain, in (0, 1).</param>
/// <param name="Seasonality">The seasonal periods that were found and used.</param>
public sealed record Forecast(
    IReadOnlyList<double> Point,
    IReadOnlyList<double> Lower,
    IReadOnlyList<double> Upper,
    double Coverage,
    Seasonality Seasonality);
