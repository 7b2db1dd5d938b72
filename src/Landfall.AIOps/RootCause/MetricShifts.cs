namespace Landfall.AIOps.RootCause;

/// <summary>Measures how far each series moved at the onset, without regard to its unit and offset.</summary>
internal static class MetricShifts
{
    // Deviations that a change of a series gets which never moved before: its own scale is then zero.
    private const double FromConstant = 30;
    private const double Cap = 1e6;
    private const double FewValues = 20;
    private const double RareCoverage = 0.25;

    // Differences below this share of the values are rounding errors of floating-point arithmetic.
    private const double Rounding = 1e-9;

    /// <summary>Measures one series; null when there is nothing to compare.</summary>
    public static MetricShift? Measure(MetricSeries series, SeriesWindows windows)
    {
        if (windows.Incident.Length == 0)
            return null;
        var incident = Sorted(windows.Incident);
        if (windows.Reference.Length < 3)
        {
            return windows.Reference.Length + windows.Before.Length == 0
                ? new MetricShift(series, 0, 0, double.NaN, Robust.Quantile(incident, 0.5), double.NaN, windows.IncidentTimes[0], IsNew: true)
                : null;
        }

        var reference = Sorted(windows.Reference);
        var center = Robust.Quantile(reference, 0.5);
        var scale = Math.Max(Robust.Scale(reference), Robust.Drift(windows.Reference, (windows.Before.Length + windows.Incident.Length) / 2));
        var rounding = Rounding * Math.Max(Math.Abs(reference[0]), Math.Abs(reference[^1]));
        scale = scale > rounding ? scale : 0;
        double up = Robust.UpperHalf(incident), down = Robust.LowerHalf(incident);
        double rise = up - center, fall = center - down;
        if (scale > 0)
        {
            rise = Calibrated(rise / scale, windows.Reference, incident.Length, center, scale, +1);
            fall = Calibrated(fall / scale, windows.Reference, incident.Length, center, scale, -1);
        }
        else
        {
            rise = rise > rounding ? FromConstant : 0;
            fall = fall > rounding ? FromConstant : 0;
        }

        // A series that was just as far away before the onset did not move at it. Trouble may have been noticed late, so
        // the half of what came before counts that is less like trouble.
        var level = center;
        if (windows.Before.Length > 0)
        {
            var before = Sorted(windows.Before);
            level = Math.Max(level, Robust.LowerHalf(before));
            rise = Math.Min(rise, Units(up - Robust.LowerHalf(before), scale, rounding));
            fall = Math.Min(fall, Units(Robust.UpperHalf(before) - down, scale, rounding));
        }

        // Few values say little of what is usual, and what hardly ever reports has no usual.
        var certainty = Math.Min(1, windows.Coverage / RareCoverage) / (1 + (FewValues / windows.Reference.Length));
        rise = Math.Clamp(rise * certainty, 0, Cap);
        fall = Math.Clamp(fall * certainty, 0, Cap);
        var rises = rise >= fall;
        return new MetricShift(series, rise, fall, center, rises ? up : down, level, Since(windows, center, scale, rises), IsNew: false);
    }

    private static double Units(double difference, double scale, double rounding) =>
        scale > 0 ? difference / scale : difference > rounding ? FromConstant : 0;

    /// <summary>
    /// Where the reference itself makes excursions (bursts, heavy tails), a shift is measured against those: they are
    /// found by treating every stretch of the reference that is as long as the incident as if it were one.
    /// </summary>
    private static double Calibrated(double shift, double[] reference, int length, double center, double scale, int sign)
    {
        const int least = 12;
        if (shift <= 3 || reference.Length / length < least)
            return shift;
        var stride = Math.Max(1, Math.Max(length / 2, reference.Length / 512));
        var excursions = new List<double>();
        var buffer = new double[length];
        for (var i = 0; i + length <= reference.Length; i += stride)
        {
            Array.Copy(reference, i, buffer, 0, length);
            Array.Sort(buffer);
            var half = sign > 0 ? Robust.UpperHalf(buffer) : Robust.LowerHalf(buffer);
            excursions.Add(sign * (half - center) / scale);
        }

        excursions.Sort();
        var usual = Robust.Quantile(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(excursions), 0.99);
        return shift / Math.Max(1, usual / 3);
    }

    private static DateTimeOffset? Since(SeriesWindows windows, double center, double scale, bool rises)
    {
        for (var i = 0; i < windows.Incident.Length; i++)
        {
            var away = (windows.Incident[i] - center) * (rises ? 1 : -1);
            if (away > 3 * scale)
                return windows.IncidentTimes[i];
        }

        return null;
    }

    private static double[] Sorted(double[] values)
    {
        var copy = (double[])values.Clone();
        Array.Sort(copy);
        return copy;
    }
}
