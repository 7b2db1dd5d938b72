using Landfall.AIOps.Detection.Deviations;

namespace Landfall.AIOps.Tests.Detection.Deviations;

public sealed class DailyProfileTests
{
    private static readonly long Minute = TimeSpan.TicksPerMinute;

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(300)]
    [InlineData(3600)]
    public void Level_AfterADay_IsKnownAtEveryStep(int seconds)
    {
        var profile = new DailyProfile();
        for (var t = 0L; t <= TimeSpan.TicksPerDay; t += seconds * TimeSpan.TicksPerSecond)
            profile.Learn(t, Wave(t), 0);

        for (var t = TimeSpan.TicksPerDay; t < 2 * TimeSpan.TicksPerDay; t += seconds * TimeSpan.TicksPerSecond)
            Assert.Equal(Wave(t), profile.Level(t), seconds == 3600 ? 1e-4 : 6);
    }

    [Fact]
    public void Level_NothingLearned_IsUnknown() => Assert.True(double.IsNaN(new DailyProfile().Level(5 * Minute)));

    [Fact]
    public void Learn_OneWildDay_CountsForTheLimitOnly()
    {
        var profile = new DailyProfile();
        for (var day = 0; day < 6; day++)
        {
            profile.Learn((day * TimeSpan.TicksPerDay) + (5 * Minute), day == 5 ? 1000 : 10, limit: 4);
            profile.Learn((day * TimeSpan.TicksPerDay) + (15 * Minute), 10, limit: 4);
        }

        Assert.Equal(10 + (0.2 * 4), profile.Level(5 * Minute), 1e-4);
    }

    private static double Wave(long ticks) => 100 - (40 * Math.Cos(2 * Math.PI * (ticks % TimeSpan.TicksPerDay) / TimeSpan.TicksPerDay));
}
