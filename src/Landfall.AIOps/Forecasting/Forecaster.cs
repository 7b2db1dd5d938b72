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
    private readonly ForecastOptions _options = options ?? new ForecastOptions();
    private readonly IForecastModel _model = new LagRegression();

    /// <summary>Forecasts one series.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The horizon, the step or the coverage is out of its range.</exception>
    public Forecast Predict(ForecastInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfLessThan(input.Horizon, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(input.Step, TimeSpan.Zero);
        var day = (int)Math.Clamp(Math.Round(TimeSpan.FromDays(1) / input.Step), 1, int.MaxValue);
        var values = MissingValues.Fill(input.Values, day);
        if (values.Length == 0)
            return Flat(input.Horizon, 0);
        var scale = Scale.Of(values);
        if (scale.Unit == 0)
            return Flat(input.Horizon, values[^1]);
        var standard = scale.Apply(values);
        var seasonality = _options.Seasonality ?? SeasonalityDetector.Detect(standard, day);
        if (seasonality.LongPeriod * 2 > standard.Length)
            seasonality = seasonality.Period * 2 > standard.Length ? Seasonality.None : new Seasonality(seasonality.Period, seasonality.Period);

        var point = _model.Predict(standard, input.Horizon, seasonality);
        var spread = Spread(standard, input.Horizon, seasonality);
        return new Forecast(
            scale.Undo(point),
            scale.Undo(point.Zip(spread, (p, s) => p - s)),
            scale.Undo(point.Zip(spread, (p, s) => p + s)),
            _options.Coverage,
            seasonality);
    }

    private double[] Spread(double[] standard, int horizon, Seasonality seasonality)
    {
        var quantile = Normal.InvCDF(0, 1, 0.5 + _options.Coverage / 2);
        var result = new double[horizon];
        var count = new int[horizon];
        for (var origins = 1; origins <= 6; origins++)
        {
            var cut = standard.Length - origins * Math.Max(seasonality.Period, 1);
            if (cut < Math.Max(2 * seasonality.LongPeriod, 3))
                break;
            var predicted = _model.Predict(standard.AsSpan(0, cut), Math.Min(horizon, standard.Length - cut), seasonality);
            for (var step = 0; step < predicted.Length; step++)
            {
                result[step] += Math.Pow(standard[cut + step] - predicted[step], 2);
                count[step]++;
            }
        }

        var widest = 0.0;
        for (var step = 0; step < horizon; step++)
        {
            widest = Math.Max(widest, count[step] > 0 ? Math.Sqrt(result[step] / count[step]) : widest);
            result[step] = quantile * widest;
        }

        return result;
    }

    private Forecast Flat(int horizon, double value)
    {
        var values = Enumerable.Repeat(value, horizon).ToArray();
        return new Forecast(values, values, values, _options.Coverage, Seasonality.None);
    }
}
