namespace Landfall.Operations.Cost.Sizing;

/// <summary>Percentiles by the nearest rank: always one of the values.</summary>
internal static class Percentile
{
    /// <summary>Finds one.</summary>
    /// <param name="values">The values, at least one.</param>
    /// <param name="percent">The share that is not above it.</param>
    /// <returns>The value.</returns>
    public static double Of(IEnumerable<double> values, int percent)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * percent / 100.0) - 1)];
    }
}
