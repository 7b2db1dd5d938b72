namespace Landfall.AIOps.Tests.Forecasting;

/// <summary>Made-up hourly series with a daily wave, quieter weekends and noise from a fixed seed.</summary>
internal static class SyntheticSeries
{
    public static double[] Daily(int length, double noise, double weekend = 1, double trend = 0)
    {
        var random = new Random(20260101);
        return [.. Enumerable.Range(0, length).Select(t =>
            100 + trend * t
            + 30 * Math.Sin(2 * Math.PI * t / 24) * (t / 24 % 7 >= 5 ? weekend : 1)
            + noise * (random.NextDouble() - 0.5))];
    }
}
