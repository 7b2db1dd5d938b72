using Landfall.AIOps.Releases;
using Landfall.Operations.Deployment.Judging;

namespace Landfall.Operations.Tests.Deployment.Judging;

public sealed class ReleaseTrialTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "12:00")]
    [InlineData(1, "12:01")]
    [InlineData(59, "12:01")]
    public void Next_NewTrial_IsTheFirstWholeMinute(int second, string first) =>
        Assert.Equal(first, $"{new ReleaseTrial("d", Noon.AddSeconds(second)).Next:HH:mm}");

    [Theory]
    [InlineData(0, "11:59")]
    [InlineData(1, "11:59")]
    [InlineData(59, "11:59")]
    [InlineData(60, "12:00")]
    public void Known_Time_IsTheEndOfAMinuteThatIsAMinuteAgo(int second, string end) =>
        Assert.Equal(end, $"{ReleaseTrial.Known(Noon.AddSeconds(second)):HH:mm}");

    [Fact]
    public void HasNoTraffic_BeforeTheShift_ForgetsTheMinutesOfChecks()
    {
        var trial = new ReleaseTrial("d", Noon);

        trial.HasNoTraffic(Noon.AddSeconds(130));

        Assert.Equal(Noon.AddMinutes(3), trial.Next);
    }

    [Fact]
    public void Take_VersionThatFailsMore_IsWorseAfterMoreThanOneMinute()
    {
        var trial = new ReleaseTrial("d", Noon);

        trial.Take([Minute(0, new(500, 100), new(5000, 5))], Noon.AddMinutes(2));
        Assert.Equal(ReleaseVerdict.Undecided, trial.Verdict);
        trial.Take([Minute(1, new(500, 100), new(5000, 5)), Minute(2, new(500, 100), new(5000, 5)), Minute(3, new(500, 100), new(5000, 5))], Noon.AddMinutes(5));

        Assert.Equal(ReleaseVerdict.FailsMore, trial.Verdict);
        Assert.Equal("20 % of its 1,000 requests failed, and 0.1 % of the old version's 10,000 in the same 2 minutes", trial.Numbers());
    }

    [Fact]
    public void Take_VersionThatIsSlower_IsToldByTheLimit()
    {
        var trial = new ReleaseTrial("d", Noon) { Limit = TimeSpan.FromMilliseconds(300) };

        for (var i = 0; i < 5 && trial.Verdict == ReleaseVerdict.Undecided; i++)
            trial.Take([Minute(i, new(400, 1) { Slow = 80 }, new(4000, 10) { Slow = 40 })], Noon.AddMinutes(i + 2));

        Assert.Equal(ReleaseVerdict.Slower, trial.Verdict);
        Assert.StartsWith("20 % of its ", trial.Numbers(), StringComparison.Ordinal);
        Assert.Contains(" requests took longer than 0.3 s, and 1 % of the old version's ", trial.Numbers(), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_VersionsAlike_AreNotToldApart()
    {
        var trial = new ReleaseTrial("d", Noon);

        trial.Take([Minute(0, new(100, 1), new(1000, 10))], Noon.AddMinutes(2));

        Assert.Equal((ReleaseVerdict.Undecided, true), (trial.Verdict, trial.HasCompared));
        Assert.Equal("1 % of its 100 requests failed, and 1 % of the old version's 1,000 in the same minute", trial.Numbers());
    }

    [Fact]
    public void Take_MinuteThatIsNotThereYet_IsWaitedForThreeMinutes()
    {
        var trial = new ReleaseTrial("d", Noon);
        ComparedMinute[] minutes = [Minute(0, null, new(1000, 1)), Minute(1, new(100, 0), new(1000, 1))];

        trial.Take(minutes, Noon.AddMinutes(4).AddTicks(-1));
        Assert.Equal((Noon, false), (trial.Next, trial.HasCompared));
        trial.Take(minutes, Noon.AddMinutes(4));

        Assert.Equal((Noon.AddMinutes(2), true), (trial.Next, trial.HasCompared));
        Assert.StartsWith("0 % of its 100 requests", trial.Numbers(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(100, 0)]
    public void Take_OneVersionWithoutTraffic_TellsNothing(int after, int before)
    {
        var trial = new ReleaseTrial("d", Noon);

        trial.Take([Minute(0, new(after, after), new(before, 0))], Noon.AddMinutes(2));

        Assert.Equal((Noon.AddMinutes(1), false), (trial.Next, trial.HasCompared));
    }

    private static ComparedMinute Minute(int number, RequestCounts? after, RequestCounts? before) => new(Noon.AddMinutes(number), after, before);
}
