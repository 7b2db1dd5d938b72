using System.Globalization;
using Landfall.AIOps.Forecasting;

namespace Landfall.Evaluation.WebTraffic;

/// <summary>
/// Forecasts every trace that is there from rolling origins: hourly sums, 48 hours ahead, a new origin every 6 hours over
/// the last 30 %. Then forecasts single minutes of the same 30 %, and replays it under scaling policies.
/// </summary>
internal sealed class WebTrafficEvaluation : IEvaluation
{
    private const int Horizon = 48;
    private const int Stride = 6;
    private const double FirstOrigin = 0.7;

    /// <inheritdoc/>
    public string Name => "web-traffic";

    /// <inheritdoc/>
    public IReadOnlyList<Measurement> Run(EvaluationContext context, CancellationToken cancellation) =>
        [.. Directory.EnumerateFiles(context.Folder, "*.csv").Order(StringComparer.Ordinal)
            .SelectMany(file => Run(TrafficTrace.Read(file), context.DumpFolder, cancellation))];

    private static List<Measurement> Run(TrafficTrace trace, string? dumpFolder, CancellationToken cancellation)
    {
        var actual = trace.PerHour();
        var known = trace.PerHourOrMissing();
        var forecaster = new Forecaster();
        var forecasts = new List<(int Origin, IReadOnlyList<double> Values)>();
        for (var origin = (int)(FirstOrigin * actual.Length); origin + Horizon <= actual.Length; origin += Stride)
        {
            cancellation.ThrowIfCancellationRequested();
            forecasts.Add((origin, forecaster.Predict(new ForecastInput(known[..origin], Horizon) { Start = trace.Start }).Point));
        }

        if (dumpFolder is not null)
        {
            File.WriteAllLines(Path.Combine(dumpFolder, trace.Name + "-forecasts.csv"), forecasts.Select(forecast =>
                trace.Start.AddHours(forecast.Origin).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + ","
                + string.Join(',', forecast.Values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))));
        }

        var data = $"web traffic, {trace.Name}";
        return
        [
            new("daily naive", data, "WAPE, 48 h", WapeOf(actual, Naive(24)), "0.298", LowerIsBetter: true),
            new("weekly naive", data, "WAPE, 48 h", WapeOf(actual, Naive(168)), "0.157", LowerIsBetter: true),
            new("Landfall forecaster", data, "WAPE, 48 h", WapeOf(actual, forecasts), "weekly naive 0.157", 0.150, 0.130, LowerIsBetter: true),
            .. MinuteForecasts.Run(trace, cancellation),
            .. ScalingReplay.Run(trace, cancellation),
        ];

        IEnumerable<(int, IReadOnlyList<double>)> Naive(int period) => forecasts.Select(forecast => (forecast.Origin,
            (IReadOnlyList<double>)[.. Enumerable.Range(0, Horizon).Select(step => actual[forecast.Origin - period + step % period])]));
    }

    private static double WapeOf(double[] actual, IEnumerable<(int Origin, IReadOnlyList<double> Values)> forecasts)
    {
        var wape = new Wape();
        foreach (var (origin, values) in forecasts)
        {
            for (var step = 0; step < values.Count; step++)
                wape.Add(actual[origin + step], values[step]);
        }

        return wape.Value;
    }
}
