using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

/// <summary>Synthetic series at five-minute steps and what the detector says of them.</summary>
internal static class Telemetry
{
    public const int PerDay = 288;
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(int point) => Start.AddMinutes(5 * point);

    /// <summary>A daily wave from 60 to 140 with noise of standard deviation 3.</summary>
    public static double[] Daily(int days, int seed = 1)
    {
        var noise = new Noise(seed);
        return [.. Enumerable.Range(0, days * PerDay).Select(i =>
            100 - (40 * Math.Cos(2 * Math.PI * i / PerDay)) + (3 * noise.Next()))];
    }

    /// <summary>Noise around 50 with standard deviation 2.</summary>
    public static double[] Steady(int points, int seed = 1)
    {
        var noise = new Noise(seed);
        return [.. Enumerable.Range(0, points).Select(_ => 50 + (2 * noise.Next()))];
    }

    public static double[] Scores(IReadOnlyList<double> values) => Scores(new NoveltyDetector(), values);

    public static double[] Scores(NoveltyDetector detector, IReadOnlyList<double> values, int from = 0) =>
        [.. values.Select((value, i) => detector.Observe(At(from + i), value))];

    public static int[] Alarms(IReadOnlyList<double> values, int from = 0) =>
        [.. Scores(values)
            .Select((score, i) => (score, i))
            .Where(point => point.i >= from && point.score >= NoveltyDetector.DefaultThreshold)
            .Select(point => point.i)];
}
