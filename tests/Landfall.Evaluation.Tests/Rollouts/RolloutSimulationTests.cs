using Landfall.AIOps.Releases;
using Landfall.Evaluation.Rollouts;

namespace Landfall.Evaluation.Tests.Rollouts;

public sealed class RolloutSimulationTests
{
    private static readonly RolloutStrategy Steps = new("steps", [0.25, 0.5, 1, 1], 0.5);

    [Fact]
    public void Page_Simulation_IsWhatTheDocsSay() => GoldenFile.Verify("docs/rollouts.md", RolloutPage.Write());

    [Theory]
    [InlineData(null, 58.75)] // a quarter, a half, and then all of it
    [InlineData(1, 0.25)]
    [InlineData(3, 2.25)] // 0.25 + 0.5 + 1, and half of it for another minute
    public void Met_Rollback_CountsTheMinutesOfTheNewVersion(int? end, double minutes) =>
        Assert.Equal(minutes / 60, RolloutSimulation.Met(Steps, end), 10);

    [Fact]
    public void Throw_WatcherThatRollsBackAtOnce_TakesTheDelayIntoAccount()
    {
        var outcome = RolloutSimulation.Throw(Steps, RolloutScenario.VeryBad, () => (_, _) => true, 10);

        Assert.Equal((1, 2), (outcome.RolledBack, outcome.Minutes));
        Assert.Equal((0.25 + 0.5) / 60, outcome.Met, 10);
    }

    [Fact]
    public void Throw_WatcherThatSeesNothing_LeavesTheReleaseInPlace()
    {
        var outcome = RolloutSimulation.Throw(Steps, RolloutScenario.VeryBad, () => (_, _) => false, 10);

        Assert.Equal((0, double.NaN), (outcome.RolledBack, outcome.Minutes));
        Assert.Equal(58.75 / 60, outcome.Met, 10);
    }

    [Fact]
    public void Throw_Scenario_ShowsInWhatIsWatched()
    {
        var (failures, requests, old) = (0.0, 0.0, 0.0);
        RolloutSimulation.Throw(Steps, RolloutScenario.VeryBad, () => (newVersion, oldVersion) =>
        {
            (failures, requests, old) = (failures + newVersion.Failures, requests + newVersion.Requests, old + oldVersion.Requests);
            return false;
        }, 100);

        Assert.InRange(failures / requests, 0.29, 0.31);
        Assert.Equal((100 * 1200 * 1.75, 100 * 1200 * 1.25), (requests, old)); // three minutes of the four are known in time
    }

    [Fact]
    public void All_Strategies_HaveTheirDefaults()
    {
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1, 1, 1, 1], RolloutStrategy.All.Single(s => s.Name == "`linear`").Shares.Select(s => Math.Round(s, 3)));
        Assert.Equal([0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1, 1, 1, 1, 1], RolloutStrategy.All[0].Shares);
        Assert.Equal([1.0, 1, 1, 1, 1], RolloutStrategy.All[1].Shares);
        Assert.Equal([0.1, 1, 1, 1, 1, 1], RolloutStrategy.All[2].Shares);
    }

    [Theory]
    [InlineData("2,2,2", true)]
    [InlineData("2,2,1", false)]
    [InlineData("2,2,0,2,2", false)]
    [InlineData("2,2,0,2,2,2", true)]
    public void Alarm_Observe_RingsAfterThreeMinutesOnEnd(string failures, bool rings)
    {
        var alarm = new RollbackAlarm(0.01);

        Assert.Equal(rings, failures.Split(',').Select(f => alarm.Observe(new RequestCounts(50, int.Parse(f, System.Globalization.CultureInfo.InvariantCulture)), new RequestCounts(50, 0))).ToList()[^1]);
    }
}
