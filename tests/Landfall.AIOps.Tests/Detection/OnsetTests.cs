using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

/// <summary>Steps below two and a half minutes: requests a minute with a daily wave, and what happens to them.</summary>
public sealed class OnsetTests
{
    private const int Days = 4;

    [Theory]
    [InlineData(60, 0.2)]
    [InlineData(60, 3)]
    [InlineData(10, 0.2)]
    [InlineData(10, 3)]
    public void Observe_DipOrSpike_AlarmsWithinThreePoints(int seconds, double factor)
    {
        var values = Traffic(seconds, Days);
        var start = values.Length - (values.Length / Days / 2);
        for (var i = start; i < start + 12; i++)
            values[i] *= factor;

        var scores = Scores(values, seconds);

        Assert.Contains(scores[start..(start + 3)], score => score >= NoveltyDetector.DefaultThreshold);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(10)]
    public void Observe_NothingHappens_AtMostOneFalseAlarmInThreeDays(int seconds)
    {
        var scores = Scores(Traffic(seconds, Days), seconds);

        var alarms = scores.Where((score, i) => score >= NoveltyDetector.DefaultThreshold && (i == 0 || scores[i - 1] < NoveltyDetector.DefaultThreshold));

        Assert.InRange(alarms.Count(), 0, 1);
    }

    [Fact]
    public void Observe_OrdinaryPoints_AreOrdered()
    {
        var scores = Scores(Traffic(60, 2), 60)[1440..];

        Assert.InRange(scores.Distinct().Count(), scores.Length * 99 / 100, scores.Length);
        Assert.All(scores, score => Assert.InRange(score, double.Epsilon, 1));
    }

    [Fact]
    public void Observe_MoreFalseAlarmsAllowed_FindsWhatIsWeaker()
    {
        var values = Traffic(60, Days);
        var start = values.Length - 700;
        for (var i = start; i < start + 12; i++)
            values[i] *= 1.12;

        var (few, many) = (Scores(values, 60, 0.001), Scores(values, 60, 5));

        Assert.DoesNotContain(few[start..(start + 12)], score => score >= NoveltyDetector.DefaultThreshold);
        Assert.Contains(many[start..(start + 12)], score => score >= NoveltyDetector.DefaultThreshold);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void New_ImpossibleRate_IsRefused(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NoveltyDetector(rate));

    private static double[] Scores(double[] values, int seconds, double rate = 0.1)
    {
        var detector = new NoveltyDetector(rate);
        return [.. values.Select((value, i) => detector.Observe(Telemetry.Start.AddSeconds(i * seconds), value))];
    }

    private static double[] Traffic(int seconds, int days)
    {
        var (noise, perDay) = (new Noise(7), 86400 / seconds);
        return [.. Enumerable.Range(0, days * perDay).Select(i => 1000 - (400 * Math.Cos(2 * Math.PI * i / perDay)) + (25 * noise.Next()))];
    }
}
