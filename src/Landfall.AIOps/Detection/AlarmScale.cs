namespace Landfall.AIOps.Detection;

/// <summary>
/// Puts evidence on the scale of scores: the threshold is where false alarms are as frequent as allowed, on every series and
/// at every step between points.
/// </summary>
/// <remarks>
/// Both rates were counted where nothing had been learned from: that of onsets on service curves left out of the training, at
/// steps of one and of five minutes alike; that of novelty on the series of the Numenta benchmark. They fall exponentially
/// with the evidence.
/// </remarks>
internal static class AlarmScale
{
    /// <summary>False alarms a series and day that are usually borne: one in ten days.</summary>
    public const double UsualRate = 0.1;

    /// <summary>A step at which onsets decide: at longer ones too few points say that something has begun.</summary>
    public static readonly TimeSpan LongestFineStep = TimeSpan.FromMinutes(2.5);

    private const double OnsetRateAtEvenOdds = 0.21;
    private const double OnsetFall = 0.82;

    /// <summary>The score of an onset, at most 1; below the threshold it means nothing.</summary>
    /// <param name="logOdds">The natural logarithm of the odds that an anomaly has just begun.</param>
    /// <param name="rate">The false alarms a series and day that are allowed.</param>
    public static double OfOnset(double logOdds, double rate) =>
        1 - ((1 - NoveltyDetector.DefaultThreshold) * OnsetRateAtEvenOdds * Math.Exp(-OnsetFall * logOdds) / rate);

    /// <summary>The score of a surprise; below the threshold it means nothing.</summary>
    /// <param name="surprise">The natural logarithm of how many times further out than usual.</param>
    /// <param name="rate">The false alarms a series and day that are allowed.</param>
    public static double OfNovelty(double surprise, double rate) =>
        surprise > 0 ? 1 - Math.Exp(-(surprise + Math.Log(rate / UsualRate)) / 2) : 0;

    /// <summary>The score of a point that is no alarm: below the threshold, in the order of the odds that it belongs to an anomaly.</summary>
    public static double OfRank(double logOdds) =>
        NoveltyDetector.DefaultThreshold * (1 - 1e-9) / (1 + Math.Exp(-Math.Clamp(logOdds, -200, 200) / 2));
}
