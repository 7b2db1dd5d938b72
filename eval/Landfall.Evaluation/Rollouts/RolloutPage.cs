using System.Globalization;
using System.Text;
using Landfall.AIOps.Releases;

namespace Landfall.Evaluation.Rollouts;

/// <summary>The page <c>docs/rollouts.md</c>, written from the simulation.</summary>
internal static class RolloutPage
{
    private const int Releases = 500;

    private const string Head = """
        # What a strategy saves

        Releases that are thrown with dice, 500 for each cell, of a service that answers 20 requests a second: how many of an hour's
        requests meet a bad release before it is rolled back, and how often one is rolled back that is no worse. A test writes this page.

        - **alarm** is `alarms: { errorRate: 1% }`, by which ECS rolls a deployment back: more than 1 % in three minutes on end, of both
          versions together, as long as the deployment and its `bake` last.
        - **judge** is the comparison of the two versions, minute by minute, that `landfall deploy` makes while traffic shifts
          ([releases](releases.md)). It needs minutes in which both versions answer, which `blueGreen` and a canary of one minute have not,
          and a target group for each, which `rolling` has not. Shifts begin here with a minute; one that begins within a minute is known
          from the next one on.
        - *met*: the share of the requests of the hour after the first one to the new version that it answered. A bad release that is not
          caught while it is deployed stays, and meets the rest of the hour. *After*: the median of the minutes until traffic goes back.
        - CloudWatch knows of a minute in the next one. `rolling` is of four tasks that take two minutes each, and goes back as it came.
        - Before the release one request of a thousand fails, and of a healthy one as well. In an outage one of twenty of both versions
          fails for the ten minutes in which the release begins.

        """;

    /// <summary>Writes the page.</summary>
    /// <returns>Markdown.</returns>
    public static string Write()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        page.Append("\n| strategy | watched by | 2 % fail: met | caught | after | 30 % fail: met | caught | after | healthy: rolled back | healthy, in an outage |\n");
        page.Append("|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var strategy in RolloutStrategy.All)
        {
            Row(page, strategy, "alarm", () => new RollbackAlarm(0.01).Observe);
            if (strategy.IsShifted)
                Row(page, strategy, "judge", Judge);
        }

        return page.ToString();
    }

    private static Func<RequestCounts, RequestCounts, bool> Judge()
    {
        var judge = new ReleaseJudge();
        return (newVersion, oldVersion) => judge.Observe(newVersion, oldVersion) != ReleaseVerdict.Undecided;
    }

    private static void Row(StringBuilder page, RolloutStrategy strategy, string name, Func<Func<RequestCounts, RequestCounts, bool>> watch)
    {
        page.Append("| ").Append(strategy.Name).Append(" | ").Append(name).Append(" | ");
        foreach (var scenario in new[] { RolloutScenario.Bad, RolloutScenario.VeryBad })
        {
            var outcome = RolloutSimulation.Throw(strategy, scenario, watch, Releases);
            page.Append(Percent(outcome.Met)).Append(" | ").Append(Percent(outcome.RolledBack)).Append(" | ")
                .Append(double.IsNaN(outcome.Minutes) ? "–" : $"{outcome.Minutes.ToString(CultureInfo.InvariantCulture)} min").Append(" | ");
        }

        page.Append(Percent(RolloutSimulation.Throw(strategy, RolloutScenario.Healthy, watch, Releases).RolledBack)).Append(" | ")
            .Append(Percent(RolloutSimulation.Throw(strategy, RolloutScenario.HealthyInAnOutage, watch, Releases).RolledBack)).Append(" |\n");
    }

    private static string Percent(double share) => $"{(100 * share).ToString("0.#", CultureInfo.InvariantCulture)} %";
}
