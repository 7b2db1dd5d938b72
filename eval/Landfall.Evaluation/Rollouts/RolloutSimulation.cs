using Landfall.AIOps.Releases;

namespace Landfall.Evaluation.Rollouts;

/// <summary>Releases that are thrown with dice: an hour each, from the first request to the new version on.</summary>
internal static class RolloutSimulation
{
    private const int Minutes = 60;
    private const int RequestsAMinute = 1200;

    // CloudWatch has a minute's numbers in the course of the next one.
    private const int Delay = 1;

    /// <summary>Throws releases.</summary>
    /// <param name="strategy">How their traffic moves.</param>
    /// <param name="scenario">What they are like.</param>
    /// <param name="watch">Makes what watches a release: from a minute's numbers to whether it is rolled back.</param>
    /// <param name="count">How many.</param>
    /// <returns>What became of them.</returns>
    public static RolloutOutcome Throw(
        RolloutStrategy strategy, RolloutScenario scenario, Func<Func<RequestCounts, RequestCounts, bool>> watch, int count)
    {
        var random = new Random(20_261_126);
        var met = 0.0;
        var minutes = new List<int>();
        for (var release = 0; release < count; release++)
        {
            var end = End(strategy, scenario, watch(), random);
            met += Met(strategy, end);
            if (end is { } minute)
                minutes.Add(minute);
        }

        minutes.Sort();
        return new RolloutOutcome(met / count, (double)minutes.Count / count, minutes.Count == 0 ? double.NaN : minutes[minutes.Count / 2]);
    }

    /// <summary>The share of an hour's requests that the new version answers.</summary>
    /// <param name="strategy">How the traffic moves.</param>
    /// <param name="end">The minute in which it begins to go back; null where it does not.</param>
    /// <returns>The share.</returns>
    internal static double Met(RolloutStrategy strategy, int? end)
    {
        var (met, share) = (0.0, 0.0);
        for (var minute = 0; minute < Minutes; minute++)
        {
            share = minute < end || end is null ? strategy.Shares[Math.Min(minute, strategy.Shares.Count - 1)] : Math.Max(0, share - strategy.BackSteps);
            met += share / Minutes;
        }

        return met;
    }

    /// <summary>Once the deployment is done nothing rolls it back.</summary>
    private static int? End(RolloutStrategy strategy, RolloutScenario scenario, Func<RequestCounts, RequestCounts, bool> isWorse, Random random)
    {
        for (var minute = 0; minute < strategy.Shares.Count - Delay; minute++)
        {
            var outage = minute < RolloutScenario.OutageMinutes ? scenario.Outage : 0;
            var toNew = (int)Math.Round(strategy.Shares[minute] * RequestsAMinute);
            var newVersion = new RequestCounts(toNew, Failures(random, toNew, scenario.NewFailures + outage));
            var oldVersion = new RequestCounts(RequestsAMinute - toNew, Failures(random, RequestsAMinute - toNew, scenario.OldFailures + outage));
            if (isWorse(newVersion, oldVersion))
                return minute + 1 + Delay;
        }

        return null;
    }

    private static int Failures(Random random, int requests, double share)
    {
        var failures = 0;
        for (var request = 0; request < requests; request++)
            failures += random.NextDouble() < share ? 1 : 0;
        return failures;
    }
}
