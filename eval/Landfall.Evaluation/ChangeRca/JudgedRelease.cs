using Landfall.AIOps.Releases;

namespace Landfall.Evaluation.ChangeRca;

/// <summary>Judges a recorded release, of which there are rates and no counts.</summary>
internal static class JudgedRelease
{
    // Nothing tells how many requests a rate is the share of. Fewer than any pod under load has in a minute: it errs towards
    // saying nothing.
    private const double RequestsOfAMinute = 5;

    // A mean is slow when it is twice what a pod of the old version usually has before the release.
    private const double SlowFactor = 2;

    /// <summary>Judges it, minute by minute, while both versions run.</summary>
    /// <param name="release">The release.</param>
    /// <returns>What was known in the end.</returns>
    public static ReleaseVerdict Of(Release release)
    {
        var before = release.Minutes.Where(m => m.Time < release.Time).Select(m => m.Latency).OfType<double>().Order().ToList();
        var slow = before.Count == 0 ? double.PositiveInfinity : SlowFactor * before[before.Count / 2];
        var (failures, latency) = (new ReleaseJudge(), new ReleaseJudge());
        foreach (var minute in release.Minutes.Where(m => m.Time >= release.Time).GroupBy(m => m.Minute))
        {
            failures.Observe(Failures(minute.Where(m => m.IsNew)), Failures(minute.Where(m => !m.IsNew)));
            latency.Observe(Means(minute.Where(m => m.IsNew), slow), Means(minute.Where(m => !m.IsNew), slow));
        }

        return failures.Verdict != ReleaseVerdict.Undecided ? failures.Verdict : latency.Verdict;
    }

    private static RequestCounts Failures(IEnumerable<PodMinute> minutes)
    {
        var shares = minutes.Select(m => m.FailureShare).OfType<double>().ToList();
        return new RequestCounts(RequestsOfAMinute * shares.Count, RequestsOfAMinute * Math.Clamp(shares.Sum(), 0, shares.Count));
    }

    // One mean is one observation, however many requests it is of.
    private static RequestCounts Means(IEnumerable<PodMinute> minutes, double slow)
    {
        var means = minutes.Select(m => m.Latency).OfType<double>().ToList();
        return new RequestCounts(means.Count, 0) { Slow = means.Count(mean => mean > slow) };
    }
}
