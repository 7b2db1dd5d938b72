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
        return Above(count, trials * (otherCount + 0.5) / (otherTrials + 0.5));
    }

    /// <summary>The signed root of the Poisson deviance of a count against the number that is expected.</summary>
    public static double Above(double count, double expected)
    {
        if (!(expected > 0))
            return 0;
        var deviance = 2 * ((count > 0 ? count * Math.Log(count / expected) : 0) - (count - expected));
        return Math.Sign(count - expected) * Math.Sqrt(Math.Max(0, deviance));
    }

    /// <summary>
    /// The difference between two shares in normal deviations, over strata that are compared each by itself: positive
    /// when the share is larger in the first of each pair. It is the smaller of the Cochran–Mantel–Haenszel statistic
    /// and the signed root of the G statistics with half an occurrence added to each cell, since the one exaggerates
    /// where there are few occurrences and the other where there are many strata.
    /// </summary>
    /// <param name="strata">Of each stratum: hits and trials of the one, hits and trials of the other.</param>
    public static double Stratified(IEnumerable<(double Hits, double Trials, double OtherHits, double OtherTrials)> strata)
    {
        double difference = 0, variance = 0, deviance = 0;
        foreach (var (hits, trials, otherHits, otherTrials) in strata)
        {
            var n = trials + otherTrials;
            if (trials <= 0 || otherTrials <= 0 || n < 2)
                continue;
            double all = hits + otherHits, misses = n - all;
            difference += hits - (trials * all / n);
            variance += trials * otherTrials * all * misses / (n * n * (n - 1));
            deviance += SignedDeviance(hits + 0.5, trials - hits + 0.5, otherHits + 0.5, otherTrials - otherHits + 0.5);
        }

        if (variance <= 0 || deviance * difference <= 0)
            return 0;

        // Half an occurrence is taken off for continuity.
        var deviations = Math.Max(0, Math.Abs(difference) - 0.5) / Math.Sqrt(variance);
        return Math.Sign(difference) * Math.Min(deviations, Math.Sqrt(Math.Abs(deviance)));
    }

    /// <summary>
    /// The difference between two shares in normal deviations, positive when the first is larger.
    /// </summary>
    public static double Difference(double count, double trials, double otherCount, double otherTrials) =>
        Stratified([(count, trials, otherCount, otherTrials)]);

    private static double SignedDeviance(double a, double b, double c, double d)
    {
        double n = a + b + c + d, first = a + b, second = c + d, hits = a + c, misses = b + d;
        var deviance = 2 * ((a * Math.Log(a * n / (first * hits))) + (b * Math.Log(b * n / (first * misses)))
            + (c * Math.Log(c * n / (second * hits))) + (d * Math.Log(d * n / (second * misses))));
        return Math.Sign((a / first) - (c / second)) * Math.Max(0, deviance);
    }
}
