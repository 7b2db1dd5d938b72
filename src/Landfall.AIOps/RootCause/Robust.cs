namespace Landfall.AIOps.RootCause;

/// <summary>Order statistics that a few outliers cannot move.</summary>
internal static class Robust
{
    /// <summary>The quantile of ascending values by linear interpolation (Hyndman and Fan's type 7).</summary>
    public static double Quantile(ReadOnlySpan<double> ascending, double share)
    {
        var position = (ascending.Length - 1) * share;
        var low = (int)position;
        var high = Math.Min(low + 1, ascending.Length - 1);
        return ascending[low] + ((ascending[high] - ascending[low]) * (position - low));
    }

    /// <summary>
    /// The usual size of a deviation: the interquartile range, as the deviation of a normal distribution that has it.
    /// A series that rests on few distinct values may have none; then wider ranges are tried, up to the whole one.
    /// </summary>
    public static double Scale(ReadOnlySpan<double> ascending)
    {
        // Each range with its width in deviations of a normal distribution.
        ReadOnlySpan<(double Share, double Deviations)> ranges = [(0.25, 1.349), (0.1, 2.563), (0.05, 3.290), (0.02, 4.107), (0, 5)];
        foreach (var (share, deviations) in ranges)
        {
            var range = (Quantile(ascending, 1 - share) - Quantile(ascending, share)) / deviations;
            if (range > 0)
                return range;
        }

        return 0;
    }

    /// <summary>
    /// How much the values usually change over a distance, in the order in which they came: what a steady growth or a
    /// slow wandering adds to their scale. For values without either it is about their scale.
    /// </summary>
    public static double Drift(ReadOnlySpan<double> values, int distance)
    {
        distance = Math.Min(distance, values.Length / 2);
        if (distance <= 0)
            return 0;
        var changes = new double[values.Length - distance];
        for (var i = 0; i < changes.Length; i++)
            changes[i] = Math.Abs(values[i + distance] - values[i]);
        Array.Sort(changes);
        return Quantile(changes, 0.5);
    }

    /// <summary>
    /// The mean of the upper half (the middle value included): follows a shift that covers half of the values, and
    /// is not moved far by a single one.
    /// </summary>
    public static double UpperHalf(ReadOnlySpan<double> ascending)
    {
        double sum = 0;
        var from = ascending.Length / 2;
        for (var i = from; i < ascending.Length; i++)
            sum += ascending[i] / (ascending.Length - from);
        return sum;
    }

    /// <summary>The mean of the lower half, the counterpart of <see cref="UpperHalf"/>.</summary>
    public static double LowerHalf(ReadOnlySpan<double> ascending)
    {
        double sum = 0;
        var count = ascending.Length - (ascending.Length / 2);
        for (var i = 0; i < count; i++)
            sum += ascending[i] / count;
        return sum;
    }
}
