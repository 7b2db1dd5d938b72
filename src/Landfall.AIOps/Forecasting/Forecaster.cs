using MathNet.Numerics.Distributions;

namespace Landfall.AIOps.Forecasting;

/// <summary>
/// Forecasts hourly, minute and similar series with prediction intervals. Seasons are found in the series, gaps are
/// bridged, and a series too short for any model gets its last values. The forecast of a series depends on nothing but that
/// series; a change of unit or offset changes the forecast in the same way.
/// </summary>
/// <param name="options">The settings, or null for the defaults.</param>
public sealed class Forecaster(ForecastOptions? options = null)
{
    /// <summary>
    /// The tails of forecast errors: heavier than a normal distribution's, so that a narrow interval is narrower and a wide
    /// one wider than its deviation suggests. The deviation is that of the normal distribution with the same 90 % interval.
    /// </summary>
    private const double DegreesOfFreedom = 5;
    private const double Anchor = 0.9;

    private readonly ForecastOptions _options = options ?? new ForecastOptions();

    /// <summary>Forecasts one series.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The horizon, the step or the coverage is out of its range.</exception>
    public Forecast Predict(ForecastInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfLessThan(input.Horizon, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(input.Step, TimeSpan.Zero);
        if (!(_options.Coverage > 0 && _options.Coverage < 1))
            throw new ArgumentOutOfRangeException(nameof(input), _options.Coverage, "the coverage of the interval must be between 0 and 1.");
        var day = (int)Math.Clamp(Math.Round(TimeSpan.FromDays(1) / input.Step), 1, int.MaxValue);
        var known = SpecialDays.Without(input);
        var values = MissingValues.Fill(known, day, day);
        if (values.Length == 0)
            return Flat(input.Horizon, 0);
        var scale = Scale.Of(values);
        if (scale.Unit == 0)
            return Flat(input.Horizon, values[^1]);
        var seasonality = Fitting(_options.Seasonality ?? SeasonalityDetector.Detect(scale.Apply(values), day), values.Length);
        values = MissingValues.Fill(known, seasonality.Period, seasonality.LongPeriod);
        scale = Scale.Of(values);
        if (scale.Unit == 0)
            return Flat(input.Horizon, values[^1]);

        var (point, deviation) = Resolution.Predict(scale.Apply(values), input.Horizon, seasonality);
        SpecialDays.Adjust(point, input, values, scale.Unit);
        var quantile = QuantileOf(_options.Coverage);
        return new Forecast(
            scale.Undo(point),
            scale.Undo(point.Zip(deviation, (p, d) => p - quantile * d)),
            scale.Undo(point.Zip(deviation, (p, d) => p + quantile * d)),
            _options.Coverage,
            seasonality);
    }

    private static double QuantileOf(double coverage) =>
        Normal.InvCDF(0, 1, 0.5 + Anchor / 2) * Upper(coverage) / Upper(Anchor);

    private static double Upper(double coverage) => StudentT.InvCDF(0, 1, DegreesOfFreedom, 0.5 + coverage / 2);

    /// <summary>Only periods that the series shows at least twice.</summary>
    private static Seasonality Fitting(Seasonality wanted, int length) =>
        wanted.Period * 2 > length ? Seasonality.None
        : wanted.LongPeriod * 2 > length ? new Seasonality(wanted.Period, wanted.Period)
        : wanted;

    private Forecast Flat(int horizon, double value)
    {
        var values = Enumerable.Repeat(value, horizon).ToArray();
        return new Forecast(values, values, values, _options.Coverage, Seasonality.None);
    }
}
