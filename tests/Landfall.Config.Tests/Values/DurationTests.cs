using FsCheck;
using FsCheck.Fluent;
using Landfall.Config.Values;

namespace Landfall.Config.Tests.Values;

public class DurationTests
{
    [Theory]
    [InlineData("800ms", 0.8)]
    [InlineData("60s", 60)]
    [InlineData("10m", 600)]
    [InlineData("1h30m", 5400)]
    [InlineData("7d", 604_800)]
    [InlineData("0s", 0)]
    public void TryParse_Duration_GivesItsLength(string text, double seconds)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("m")]
    [InlineData("1.5h")]
    [InlineData("-1s")]
    [InlineData("1 m")]
    [InlineData("1w")]
    [InlineData("999999999d")]
    [InlineData("9999999999s")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(Duration.TryParse(text, out _));

    [Fact]
    public void Format_AnyDuration_ParsesToTheSame() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), milliseconds =>
        {
            var duration = TimeSpan.FromMilliseconds(milliseconds);
            return Duration.TryParse(Duration.Format(duration), out var again) && again == duration;
        }).Check(PropertyRuns.Of());
}
