using Landfall.AIOps.Releases;

namespace Landfall.AIOps.Tests.Releases;

/// <summary>A canary with a tenth of the traffic: 20 requests in each interval, and 180 to the old version.</summary>
internal static class SimulatedRelease
{
    /// <summary>Judges it.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="newShare">The share of the new version's requests that fail.</param>
    /// <param name="oldShare">The share of the old version's.</param>
    /// <param name="intervals">How long it is watched.</param>
    /// <returns>How many requests the new version had until it was called worse; null when it was not.</returns>
    public static double? RequestsUntilWorse(Random random, double newShare, double oldShare, int intervals)
    {
        var judge = new ReleaseJudge();
        for (var interval = 1; interval <= intervals; interval++)
        {
            if (judge.Observe(new(20, Failures(20, newShare)), new(180, Failures(180, oldShare))) == ReleaseVerdict.FailsMore)
                return 20 * interval;
        }

        return null;

        int Failures(int requests, double share) => Enumerable.Range(0, requests).Count(_ => random.NextDouble() < share);
    }
}
