using Landfall.Cli.Terminal;

namespace Landfall.Cli.Tests.Terminal;

public sealed class DurationTests
{
    [Theory]
    [InlineData(0, "0.0 s")]
    [InlineData(8.34, "8.3 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.99, "59.9 s")]
    [InlineData(60, "1 min 00 s")]
    [InlineData(125.9, "2 min 05 s")]
    [InlineData(3599.9, "59 min 59 s")]
    [InlineData(3840, "1 h 04 min")]
    public void Of_Seconds_IsAsPeopleSayIt(double seconds, string text) => Assert.Equal(text, Duration.Of(TimeSpan.FromSeconds(seconds)));
}
