using System.Diagnostics;
using System.Globalization;
using Landfall.AIOps.Forecasting;

namespace Landfall.AIOps.Benchmarks;

/// <summary>Forecasts of one made-up hourly series, 48 hours ahead, and of one series of minutes, a day ahead.</summary>
internal sealed class ForecastBenchmark : IBenchmark
{
    private const int Repeats = 25;

    public string Name => "forecast";

    public IEnumerable<BenchmarkFigure> Run()
    {
        Time(Wave(700, 24), 48, TimeSpan.FromHours(1)); // until the hot path is compiled for good
        foreach (var length in new[] { 175, 350, 700, 1400, 5600 })
        {
            yield return new BenchmarkFigure("time", string.Create(CultureInfo.InvariantCulture, $"{length:#,0} hours, 48 ahead"),
                Time(Wave(length, 24), 48, TimeSpan.FromHours(1)), "ms", length == 700 ? 20 : null, LowerIsBetter: true);
        }

        foreach (var days in new[] { 14, 56 })
        {
            yield return new BenchmarkFigure("time, minutes", string.Create(CultureInfo.InvariantCulture, $"{days} days of minutes, 1 ahead"),
                Time(Wave(days * 1440, 1440), 1440, TimeSpan.FromMinutes(1)), "ms", LowerIsBetter: true);
        }
    }

    /// <summary>The fastest of repeated forecasts, in milliseconds: other programs on a shared machine only ever add to it.</summary>
    private static double Time(double[] values, int horizon, TimeSpan step)
    {
        var forecaster = new Forecaster();
        var times = new double[Repeats];
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var watch = Stopwatch.StartNew();
            forecaster.Predict(new ForecastInput(values, horizon) { Step = step });
            times[repeat] = watch.Elapsed.TotalMilliseconds;
        }

        return times.Min();
    }

    private static double[] Wave(int length, int day)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, length).Select(t =>
            1000 + 300 * Math.Sin(2 * Math.PI * t / day) * (t / day % 7 >= 5 ? 0.6 : 1) + 60 * random.NextDouble())];
    }
}
