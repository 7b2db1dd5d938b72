using Landfall.Cli.Terminal;

namespace Landfall.Cli.Tests.Terminal;

public class HangingLinesTests
{
    [Theory]
    [InlineData("short", 80, "short")]
    [InlineData("  one two three", 10, "  one two|      three")]
    [InlineData("one two three four five", 8, "one two|    three|    four|    five")]
    [InlineData("see https://docs.example.com/a/long/page now", 12, "see|    https://docs.example.com/a/long/page|    now")]
    [InlineData("  update  shop-dev-api  1 add", 16, "  update|      shop-dev-api|      1 add")]
    public void Of_Line_BreaksBetweenWordsAndSetsIn(string line, int width, string expected) =>
        Assert.Equal(expected.Split('|'), HangingLines.Of(line, width));
}
