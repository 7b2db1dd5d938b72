using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class AlarmScaleTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.1)]
    [InlineData(1)]
    public void OfOnset_MoreFalseAlarmsAllowed_WeakerEvidenceIsAnAlarm(double rate)
    {
        // 0.21 false alarms a day at even odds, falling with exp(-0.82 · log odds).
        var needed = Math.Log(0.21 / rate) / 0.82;

        Assert.Equal(NoveltyDetector.DefaultThreshold, AlarmScale.OfOnset(needed, rate), 1e-9);
        Assert.InRange(AlarmScale.OfOnset(needed + 3, rate), NoveltyDetector.DefaultThreshold, 1);
        Assert.True(AlarmScale.OfOnset(needed - 0.01, rate) < NoveltyDetector.DefaultThreshold);
    }

    [Fact]
    public void OfNovelty_UsualRate_IsOneLessTheRootOfTheExcess()
    {
        Assert.Equal(1 - (1 / Math.Sqrt(14)), AlarmScale.OfNovelty(Math.Log(14), AlarmScale.UsualRate), 1e-9);
        Assert.Equal(1 - (1 / Math.Sqrt(140)), AlarmScale.OfNovelty(Math.Log(14), 10 * AlarmScale.UsualRate), 1e-9);
        Assert.Equal(0, AlarmScale.OfNovelty(0, 5));
    }

    [Theory]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(double.PositiveInfinity)]
    public void OfRank_AnyOdds_StaysBelowTheThreshold(double odds) =>
        Assert.InRange(AlarmScale.OfRank(odds), 0, Math.BitDecrement(NoveltyDetector.DefaultThreshold));
}
