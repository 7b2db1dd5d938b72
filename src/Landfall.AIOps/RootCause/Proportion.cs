namespace Landfall.AIOps.RootCause;

/// <summary>Compares counts of rare things, such as failures, between two periods.</summary>
internal static class Proportion
{
    /// <summary>
    /// The signed root of the Poisson deviance of <paramref name="count"/> against what the other period lets one
    /// expect (half an occurrence is added to it, so that "never" is not taken for certain): about as many normal
    /// deviations; positive for more than expected.
    /// </summary>
    public static double Deviations(double count, double trials, double otherCount, double otherTrials)
    {
        if (!(trials > 0) || !(otherTrials > 0))
            return 0;
        var expected = trials * (otherCount + 0.5) / (otherTrials + 0.5);
        var deviance = 2 * ((count > 0 ? count * Math.Log(count / expected) : 0) - (count - expected));
        return Math.Sign(count - expected) * Math.Sqrt(Math.Max(0, deviance));
    }

    /// <summary>
    /// The signed root of the deviance between two shares (the G statistic of a 2×2 table, half an occurrence added
    /// to each cell): positive when the first share is larger.
    /// </summary>
    public static double Difference(double count, double trials, double otherCount, double otherTrials)
    {
        double a = count + 0.5, b = trials - count + 0.5, c = otherCount + 0.5, d = otherTrials - otherCount + 0.5;
        if (a <= 0 || b <= 0 || c <= 0 || d <= 0)
            return 0;
        double n = a + b + c + d, first = a + b, second = c + d, hits = a + c, misses = b + d;
        var deviance = 2 * ((a * Math.Log(a * n / (first * hits))) + (b * Math.Log(b * n / (first * misses)))
            + (c * Math.Log(c * n / (second * hits))) + (d * Math.Log(d * n / (second * misses))));
        return Math.Sign((a / first) - (c / second)) * Math.Sqrt(Math.Max(0, deviance));
    }
}
