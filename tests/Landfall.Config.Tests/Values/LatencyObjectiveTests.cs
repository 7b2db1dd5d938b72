using Landfall.Config.Values;

namespace Landfall.Config.Tests.Values;

public class LatencyObjectiveTests
{
    [Theory]
    [InlineData("300ms@95%", 300, 95)]
    [InlineData("1s500ms@99.5%", 1500, 99.5)]
    [InlineData("1ms@94%", 1, 94)]
    [InlineData("1h@99.99%", 3_600_000, 99.99)]
    public void TryParse_Promise_GivesTimeAndShare(string text, double milliseconds, double percent)
    {
        Assert.True(LatencyObjective.TryParse(text, out var objective));
        Assert.Equal(milliseconds, objective.Within.TotalMilliseconds);
        Assert.Equal(percent, objective.Percent);
    }

    [Theory]
    [InlineData("300ms")]
    [InlineData("@95%")]
    [InlineData("300ms@95")]
    [InlineData("300ms@95%@96%")]
    [InlineData("0ms@95%")]
    [InlineData("1h1ms@95%")]
    [InlineData("300ms@93.9%")]
    [InlineData("300ms@99.991%")]
    public void TryParse_OtherText_IsNone(string text) => Assert.False(LatencyObjective.TryParse(text, out _));
}
