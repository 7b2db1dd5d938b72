using Landfall.AIOps.Forecasting;

namespace Landfall.Evaluation.WebTraffic;

/// <summary>
/// Forecasts single minutes, three hours ahead from four weeks of minutes, with a new origin every six hours over the last
/// 30 %. Requests come at random, so that even the true mean of every minute would leave an error; what is known to be
/// hard to beat over so short a time is the mean of the hour before.
/// </summary>
internal static class MinuteForecasts
{
    private const int Horizon = 180;
    private const int History = 28 * 24 * 60;
    private const int Stride = 6 * 60;
    private const int Day = 24 * 60;
    private const double FirstOrigin = 0.7;

    public static IReadOnlyList<Measurement> Run(TrafficTrace trace, CancellationToken cancellation)
    {
        var demand = trace.PerMinuteOrMissing();
        var wide = new Forecaster();
        var narrow = new Forecaster(new ForecastOptions { Coverage = 0.5 });
        var (ours, lastHour, yesterday, lastWeek) = (new Wape(), new Wape(), new Wape(), new Wape());
        var (in90, in50) = (0, 0);
        for (var origin = (int)(FirstOrigin * demand.Length) / 60 * 60; origin + Horizon <= demand.Length; origin += Stride)
        {
            cancellation.ThrowIfCancellationRequested();
            var input = new ForecastInput(demand[Math.Max(0, origin - History)..origin], Horizon) { Step = TimeSpan.FromMinutes(1) };
            var (forecast, half) = (wide.Predict(input), narrow.Predict(input));
            var before = demand[(origin - 60)..origin].Where(double.IsFinite).DefaultIfEmpty().Average();
            for (var step = 0; step < Horizon; step++)
            {
                var actual = demand[origin + step];
                if (!double.IsFinite(actual))
                    continue;
                ours.Add(actual, forecast.Point[step]);
                lastHour.Add(actual, before);
                yesterday.Add(actual, demand[origin + step - Day]);
                lastWeek.Add(actual, demand[origin + step - 7 * Day]);
                in90 += actual >= forecast.Lower[step] && actual <= forecast.Upper[step] ? 1 : 0;
                in50 += actual >= half.Lower[step] && actual <= half.Upper[step] ? 1 : 0;
            }
        }

        const string metric = "WAPE, 3 h";
        var data = $"web traffic, {trace.Name}, minutes";
        return
        [
            new("mean of the last hour", data, metric, lastHour.Value, LowerIsBetter: true),
            new("daily naive", data, metric, yesterday.Value, LowerIsBetter: true),
            new("weekly naive", data, metric, lastWeek.Value, LowerIsBetter: true),
            new("Landfall forecaster", data, metric, ours.Value, LowerIsBetter: true),
            new("Landfall forecaster", data, "share inside 90 % interval", (double)in90 / ours.Count),
            new("Landfall forecaster", data, "share inside 50 % interval", (double)in50 / ours.Count),
        ];
    }
}
