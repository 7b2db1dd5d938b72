using Landfall.Operations.Migration;

namespace Landfall.Operations.Tests.Migration;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("90s", 90.0)]
    [InlineData("1h30m", 5400.0)]
    [InlineData("1.5s", 1.5)]
    [InlineData("300ms", 0.3)]
    [InlineData("1m0s", 60.0)]
    [InlineData("", null)]
    [InlineData("5", null)]
    [InlineData("5d", null)]
    [InlineData("5s ", null)]
    [InlineData(null, null)]
    public void Parse_Text_IsGosDuration(string? text, double? seconds) =>
        Assert.Equal(seconds, GoDuration.Parse(text)?.TotalSeconds);
}
