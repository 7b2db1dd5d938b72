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
    /// The difference between two shares in normal deviations, over strata that are compared each by itself (the
    /// Cochran–Mantel–Haenszel statistic): positive when the share is larger in the first of each pair.
    /// </summary>
    /// <param name="strata">Of each stratum: hits and trials of the one, hits and trials of the other.</param>
    public static double Stratified(IEnumerable<(double Hits, double Trials, double OtherHits, double OtherTrials)> strata)
    {
        double difference = 0, variance = 0;
        foreach (var (hits, trials, otherHits, otherTrials) in strata)
        {
            var n = trials + otherTrials;
            if (trials <= 0 || otherTrials <= 0 || n < 2)
                continue;
            double all = hits + otherHits, misses = n - all;
            difference += hits - (trials * all / n);
            variance += trials * otherTrials * all * misses / (n * n * (n - 1));
        }

        // Half an occurrence is taken off for continuity.
        return variance <= 0 ? 0 : Math.Sign(difference) * Math.Max(0, Math.Abs(difference) - 0.5) / Math.Sqrt(variance);
    }

    /// <summary>
    /// The difference between two shares in normal deviations, positive when the first is larger.
    /// </summary>
    public static double Difference(double count, double trials, double otherCount, double otherTrials) =>
        Stratified([(count, trials, otherCount, otherTrials)]);
}
