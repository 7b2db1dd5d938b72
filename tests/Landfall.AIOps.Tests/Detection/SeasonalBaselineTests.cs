using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class SeasonalBaselineTests
{
    private const int Week = 168;

    [Fact]
    public void Observe_DailyWave_LeavesLittleAfterThreeDays()
    {
        var baseline = new SeasonalBaseline();
        var worst = 0.0;
        for (var hour = 0; hour < 10 * 24; hour++)
        {
            var rest = baseline.Observe(Ticks(hour), 100 * Math.Sin(2 * Math.PI * hour / 24));
            worst = hour < 3 * 24 ? 0 : Math.Max(worst, Math.Abs(rest));
        }

        // Levels are read between the middles of hours and the points lie at their starts.
        Assert.InRange(worst, 0, 30);
    }

    [Fact]
    public void Observe_QuietWeekends_AreExpectedAfterSomeWeeks()
    {
        var baseline = new SeasonalBaseline();
        var last = 0.0;
        for (var hour = 0; hour < 8 * Week; hour++)
        {
            var rest = Math.Abs(baseline.Observe(Ticks(hour) + (TimeSpan.TicksPerHour / 2), hour % Week >= 5 * 24 ? 20 : 100));
            last = hour < 7 * Week ? 0 : Math.Max(last, rest);
        }

        Assert.InRange(last, 0, 5);
    }

    [Fact]
    public void Observe_ClocksChange_FollowsWithinADay()
    {
        var baseline = new SeasonalBaseline();
        double before = 0, after = 0;
        for (var hour = 0; hour < 30 * 24; hour++)
        {
            var local = hour + (hour >= 20 * 24 ? 1 : 0);
            var rest = Math.Abs(baseline.Observe(Ticks(hour) + (TimeSpan.TicksPerHour / 2), 100 * Math.Sin(2 * Math.PI * local / 24)));
            if (hour is >= 19 * 24 and < 20 * 24)
                before = Math.Max(before, rest);
            if (hour is >= 21 * 24 and < 22 * 24)
                after = Math.Max(after, rest);
        }

        // Without following, the day after would be off by up to 26.
        Assert.InRange(before, 0, 5);
        Assert.InRange(after, 0, 15);
    }

    private static long Ticks(int hour) => Telemetry.Start.AddHours(hour).UtcTicks;
}
