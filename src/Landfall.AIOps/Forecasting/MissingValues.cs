namespace Landfall.AIOps.Forecasting;

/// <summary>Fills gaps, so that models need not know about them.</summary>
internal static class MissingValues
{
    /// <summary>
    /// Replaces what is not finite by the value one long period earlier, or else by one a period earlier or later, or else
    /// by the value before it.
    /// </summary>
    /// <returns>The values from the first finite one on; empty where there is none.</returns>
    public static double[] Fill(IReadOnlyList<double> values, int period, int longPeriod)
    {
        var first = 0;
        while (first < values.Count && !double.IsFinite(values[first]))
            first++;
        var filled = new double[values.Count - first];
        for (var t = 0; t < filled.Length; t++)
            filled[t] = double.IsFinite(values[first + t]) ? values[first + t] : double.NaN;
        for (var t = 0; t < filled.Length; t++)
        {
            if (double.IsNaN(filled[t]))
                filled[t] = t >= longPeriod ? filled[t - longPeriod] : t >= period ? filled[t - period] : Later(filled, t, period) ?? filled[t - 1];
        }

        return filled;
    }

    private static double? Later(double[] values, int t, int period)
    {
        for (var later = t + period; later < values.Length; later += period)
        {
            if (!double.IsNaN(values[later]))
                return values[later];
        }

        return null;
    }
}
