using Landfall.AIOps.Releases;

namespace Landfall.Evaluation.ChangeRca;

/// <summary>Releases that are thrown with dice: a tenth of the traffic goes to the new version, 20 requests an interval.</summary>
internal static class SimulatedReleases
{
    private const int NewRequests = 20;
    private const int OldRequests = 180;

    /// <summary>Judges releases one after another.</summary>
    /// <param name="count">How many.</param>
    /// <param name="newShare">The share of the new version's requests that fail.</param>
    /// <param name="oldShare">The share of the old version's.</param>
    /// <param name="most">Requests to the new version after which a release is over.</param>
    /// <param name="cancellation">Stops between releases.</param>
    /// <returns>For each the requests to the new version until it was called worse, in order; infinite where it was not.</returns>
    public static IReadOnlyList<double> RequestsUntilWorse(int count, double newShare, double oldShare, int most, CancellationToken cancellation)
    {
        var random = new Random(20_261_126);
        var requests = new List<double>();
        for (var release = 0; release < count; release++)
        {
            cancellation.ThrowIfCancellationRequested();
            var judge = new ReleaseJudge();
            var seen = 0;
            while (seen < most && judge.Verdict == ReleaseVerdict.Undecided)
            {
                judge.Observe(new(NewRequests, Throw(random, NewRequests, newShare)), new(OldRequests, Throw(random, OldRequests, oldShare)));
                seen += NewRequests;
            }

            requests.Add(judge.Verdict == ReleaseVerdict.Undecided ? double.PositiveInfinity : seen);
        }

        requests.Sort();
        return requests;
    }

    private static int Throw(Random random, int requests, double share)
    {
        // From failure to failure: how many requests lie between is geometrically distributed.
        var failures = 0;
        for (var request = Skip(); request < requests; request += 1 + Skip())
            failures++;
        return failures;

        double Skip() => Math.Floor(Math.Log(1 - random.NextDouble()) / Math.Log(1 - share));
    }
}
