using Landfall.AIOps.Releases;
using Landfall.Evaluation.ChangeRca;

namespace Landfall.AIOps.Tests.Releases;

public class ReleaseJudgeTests
{
    [Theory]
    [InlineData(0.0001)]
    [InlineData(0.01)]
    [InlineData(0.3)]
    public void Observe_HealthyReleases_AreSeldomCalledWorse(double share)
    {
        var requests = SimulatedReleases.RequestsUntilWorse(1000, share, share, 4000, TestContext.Current.CancellationToken);

        Assert.InRange(requests.Count(double.IsFinite), 0, 10);
    }

    [Fact]
    public void Observe_ErrorRateDoubles_IsCaughtInTime()
    {
        var requests = SimulatedReleases.RequestsUntilWorse(400, 0.02, 0.01, 20_000, TestContext.Current.CancellationToken);

        Assert.InRange(requests[200], 1, 2000);
        Assert.InRange(requests[380], 1, 5000);
    }

    [Fact]
    public void Observe_BothVersionsFailAlike_IsNoEvidence()
    {
        var judge = new ReleaseJudge();
        for (var minute = 0; minute < 60; minute++)
            judge.Observe(new(100, minute % 10 == 0 ? 60 : 1), new(900, minute % 10 == 0 ? 540 : 9));

        Assert.Equal(ReleaseVerdict.Undecided, judge.Verdict);
        Assert.InRange(judge.Evidence, 0, 0.2);
    }

    [Fact]
    public void Observe_OneTerribleInterval_IsNotEnough()
    {
        var judge = new ReleaseJudge();

        Assert.Equal(ReleaseVerdict.Undecided, judge.Observe(new(100_000, 100_000), new(100_000, 0)));
        Assert.Equal(ReleaseVerdict.Undecided, judge.Observe(new(0, 0), new(100_000, 0)));
        Assert.Equal(ReleaseVerdict.Undecided, judge.Observe(new(100_000, 100_000), new(0, 0)));
        Assert.Equal(ReleaseVerdict.FailsMore, judge.Observe(new(100_000, 100_000), new(100_000, 0)));
    }

    [Fact]
    public void Observe_NewVersionIsBetter_IsNeverWorse()
    {
        var judge = new ReleaseJudge();
        for (var minute = 0; minute < 1000; minute++)
            judge.Observe(new(500, 1), new(500, 20));

        Assert.Equal((ReleaseVerdict.Undecided, 0), (judge.Verdict, judge.Evidence));
    }

    [Theory]
    [InlineData(20, 18, false)]
    [InlineData(80, 18, false)]
    [InlineData(120, 18, true)]
    [InlineData(1200, 9000, false)]
    [InlineData(1300, 9000, true)]
    public void Observe_MuchTraffic_CallsWorseWhatMatters(double failures, double oldFailures, bool worse)
    {
        var judge = new ReleaseJudge();
        for (var minute = 0; minute < 1000; minute++)
            judge.Observe(new(100_000, failures), new(900_000, oldFailures));

        Assert.Equal(worse ? ReleaseVerdict.FailsMore : ReleaseVerdict.Undecided, judge.Verdict);
    }

    [Fact]
    public void Observe_SlowRequests_SayThatItIsSlower()
    {
        var judge = new ReleaseJudge();
        var minutes = 0;
        while (judge.Verdict == ReleaseVerdict.Undecided && minutes++ < 100)
            judge.Observe(new(100, 0) { Slow = 12 }, new(900, 0) { Slow = 45 });

        Assert.Equal(ReleaseVerdict.Slower, judge.Verdict);
        Assert.InRange(minutes, 2, 12);
        Assert.Equal(1, judge.Evidence);
        Assert.Equal(ReleaseVerdict.Slower, judge.Observe(new(100, 0) { Slow = 0 }, new(900, 0) { Slow = 45 }));
    }

    [Theory]
    [InlineData(-1, 0, null)]
    [InlineData(10, 11, null)]
    [InlineData(10, -1, null)]
    [InlineData(10, 0, 11.0)]
    [InlineData(10, 0, -1.0)]
    [InlineData(double.NaN, 0, null)]
    public void Observe_ImpossibleCounts_AreRefused(double requests, double failures, double? slow)
    {
        var counts = new RequestCounts(requests, failures) { Slow = slow };

        Assert.Throws<ArgumentOutOfRangeException>("newVersion", () => new ReleaseJudge().Observe(counts, new(1, 0)));
        Assert.Throws<ArgumentOutOfRangeException>("oldVersion", () => new ReleaseJudge().Observe(new(1, 0), counts));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Constructor_ShareThatIsNone_IsRefused(double falseAlarms) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReleaseJudge(falseAlarms));
}
