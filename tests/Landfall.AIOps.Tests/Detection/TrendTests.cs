using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class TrendTests
{
    [Fact]
    public void Observe_GrowthEveryDay_MovesWithItAfterEightDays()
    {
        var trend = new Trend();
        double Moved(int day) => trend.Observe(Telemetry.Start.AddDays(day).UtcTicks, 100 + (4 * day));

        Assert.All(Enumerable.Range(0, 8), day => Assert.Equal(0, Moved(day)));
        Assert.Equal([4, 8, 12], Enumerable.Range(8, 3).Select(Moved));
    }

    [Fact]
    public void Observe_StepAndQuietDays_StaysWhereItIs()
    {
        var trend = new Trend();
        for (var day = 0; day < 30; day++)
            Assert.Equal(0, trend.Observe(Telemetry.Start.AddDays(day).UtcTicks, day < 15 ? 100 : 500));
    }

    [Fact]
    public void Observe_GrowthEnds_StopsMoving()
    {
        var trend = new Trend();
        for (var day = 0; day < 20; day++)
            trend.Observe(Telemetry.Start.AddDays(day).UtcTicks, 4 * Math.Min(day, 12));

        var moved = trend.Observe(Telemetry.Start.AddDays(20).UtcTicks, 48);

        Assert.InRange(moved, 16, 24);
        Assert.Equal(moved, trend.Observe(Telemetry.Start.AddDays(25).UtcTicks, 48));
    }
}
