namespace Landfall.AIOps.Releases;

/// <summary>
/// Tells while traffic shifts whether the new version is worse than the old one that runs beside it. It may be asked after
/// every interval without being wrong more often for it: the evidence is an e-process, which for a release that is no worse
/// ever passes <c>1 / α</c> with a probability of at most α (Ville's inequality). What befalls both versions alike, such as
/// a database that is down, is no evidence, whatever it does to their rates.
/// </summary>
/// <param name="falseAlarms">The largest share α of releases that are no worse and are called so; between 0 and 1.</param>
/// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
public sealed class ReleaseJudge(double falseAlarms = ReleaseJudge.DefaultFalseAlarms)
{
    /// <summary>One rollback without need in a hundred releases: a rollback costs a team a look, a bad release costs users.</summary>
    public const double DefaultFalseAlarms = 0.01;

    // Failures are what releases break most; the two shares add up to the share of false alarms.
    private const double ShareOfFailures = 0.8;

    private readonly ComparedProportions _failures = new(Threshold(falseAlarms, ShareOfFailures));
    private readonly ComparedProportions _slow = new(Threshold(falseAlarms, 1 - ShareOfFailures));

    /// <summary>What is known so far; once the new version is found worse, it stays so.</summary>
    public ReleaseVerdict Verdict { get; private set; }

    /// <summary>How much is known, from 0 for nothing to 1 for enough to call the new version worse where it is so by enough to matter.</summary>
    public double Evidence => Math.Clamp(Math.Max(_failures.Evidence, _slow.Evidence), 0, 1);

    /// <summary>Takes in an interval. One in which either version had no traffic tells nothing.</summary>
    /// <param name="newVersion">What the new version answered.</param>
    /// <param name="oldVersion">What the old version answered in the same interval.</param>
    /// <returns>What is known now.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or more requests failed or were slow than there were.</exception>
    public ReleaseVerdict Observe(RequestCounts newVersion, RequestCounts oldVersion)
    {
        Require(newVersion, nameof(newVersion));
        Require(oldVersion, nameof(oldVersion));
        _failures.Add(newVersion.Failures, newVersion.Requests, oldVersion.Failures, oldVersion.Requests);
        if (newVersion.Slow is { } slow && oldVersion.Slow is { } before)
            _slow.Add(slow, newVersion.Requests, before, oldVersion.Requests);
        if (Verdict == ReleaseVerdict.Undecided)
        {
            Verdict = _failures.IsWorse ? ReleaseVerdict.FailsMore
                : _slow.IsWorse ? ReleaseVerdict.Slower
                : ReleaseVerdict.Undecided;
        }

        return Verdict;
    }

    private static double Threshold(double falseAlarms, double share) =>
        falseAlarms is > 0 and < 1
            ? -Math.Log(falseAlarms * share)
            : throw new ArgumentOutOfRangeException(nameof(falseAlarms), falseAlarms, "The share of false alarms is between 0 and 1.");

    private static void Require(RequestCounts counts, string name)
    {
        if (!(counts.Requests >= 0 && counts.Failures >= 0 && counts.Failures <= counts.Requests && (counts.Slow ?? 0) >= 0 && (counts.Slow ?? 0) <= counts.Requests))
            throw new ArgumentOutOfRangeException(name, counts, "Failed and slow requests are some of the requests.");
    }
}
