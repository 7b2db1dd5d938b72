namespace Landfall.AIOps.Forecasting;

/// <summary>Settings of a <see cref="Forecaster"/>. The defaults are what is measured in <c>docs/accuracy.md</c>.</summary>
public sealed class ForecastOptions
{
    /// <summary>The share of future values that the prediction interval should contain, in (0, 1); 0.9 by default.</summary>
    public double Coverage { get; set; } = 0.9;

    /// <summary>The seasonal periods, in steps; null, the default, finds them in the series.</summary>
    public Seasonality? Seasonality { get; set; }
}
