using Landfall.AIOps.Forecasting;

namespace Landfall.AIOps.Tests.Forecasting;

public sealed class SeasonalityDetectorTests
{
    [Theory]
    [InlineData(18)]
    [InlineData(24)]
    [InlineData(30)]
    public void Detect_WaveOfAnyPeriod_FindsIt(int period)
    {
        var random = new Random(3);
        var values = Enumerable.Range(0, 700).Select(t => Math.Sin(2 * Math.PI * t / period) + 0.1 * random.NextDouble()).ToArray();

        Assert.Equal(new Seasonality(period, 7 * period), SeasonalityDetector.Detect(values, 24));
    }

    [Fact]
    public void Detect_WeekOfMinutes_FindsDay()
    {
        var values = Enumerable.Range(0, 10080).Select(t => Math.Sin(2 * Math.PI * t / 1440)).ToArray();

        Assert.Equal(new Seasonality(1440, 1440), SeasonalityDetector.Detect(values, 1440));
    }

    [Fact]
    public void Detect_StraightLine_FindsNone() =>
        Assert.Equal(Seasonality.None, SeasonalityDetector.Detect(Enumerable.Range(0, 300).Select(t => (double)t).ToArray(), 24));
}
