namespace Landfall.AIOps.Forecasting;

/// <summary>
/// Public holidays and the like. Past ones are hidden from the models, so that they do not look like a change; the mean
/// difference that they made at each time of day is then expected of future ones, shrunk where few have been seen.
/// </summary>
internal static class SpecialDays
{
    /// <summary>The values, with those on special days marked as missing.</summary>
    /// <exception cref="ArgumentException">Special days are given, but no start.</exception>
    public static IReadOnlyList<double> Without(ForecastInput input)
    {
        if (input.SpecialDays.Count == 0)
            return input.Values;
        if (input.Start is null)
            throw new ArgumentException("Special days need the time of the first value: set Start.", nameof(input));
        return [.. input.Values.Select((value, t) => IsSpecial(input, t) ? double.NaN : value)];
    }

    /// <summary>Adds what past special days differed by to the steps that fall on future ones.</summary>
    /// <param name="point">The standardised forecast, changed in place.</param>
    /// <param name="input">The series and the special days.</param>
    /// <param name="ordinary">What would have been without special days; its last value is the input's last.</param>
    /// <param name="unit">The standardised unit.</param>
    public static void Adjust(double[] point, ForecastInput input, double[] ordinary, double unit)
    {
        if (input.SpecialDays.Count == 0)
            return;
        var hidden = input.Values.Count - ordinary.Length;
        var seen = new Dictionary<long, (double Sum, int Count)>();
        for (var t = hidden; t < input.Values.Count; t++)
        {
            if (!IsSpecial(input, t) || !double.IsFinite(input.Values[t]))
                continue;
            var (sum, count) = seen.GetValueOrDefault(TimeOfDay(input, t));
            seen[TimeOfDay(input, t)] = (sum + (input.Values[t] - ordinary[t - hidden]) / unit, count + 1);
        }

        for (var step = 0; step < point.Length; step++)
        {
            var t = input.Values.Count + step;
            if (IsSpecial(input, t) && seen.TryGetValue(TimeOfDay(input, t), out var past))
                point[step] += past.Sum / (past.Count + 0.5);
        }
    }

    private static bool IsSpecial(ForecastInput input, int t) =>
        input.SpecialDays.Contains(DateOnly.FromDateTime((input.Start!.Value + t * input.Step).DateTime));

    private static long TimeOfDay(ForecastInput input, int t) => (input.Start!.Value + t * input.Step).TimeOfDay.Ticks;
}
