using Landfall.Config;
using Landfall.Operations.Logs;

namespace Landfall.Operations.Tests.Logs;

public sealed class LineFilterTests
{
    [Theory]
    [InlineData(null, false, true)]
    [InlineData("TIMEOUT", false, true)]
    [InlineData("time.*7", false, false)]
    [InlineData("/time.*7/", false, true)]
    [InlineData("/^out/", false, false)]
    [InlineData("/", false, false)] // text, and not in it
    [InlineData(null, true, false)]
    public void Takes_LineWithoutALevel_GoesByWhatIsInIt(string? filter, bool errors, bool expected) =>
        Assert.Equal(expected, new LineFilter(filter, errors).Takes(Line(LogLevel.None)));

    [Fact]
    public void Takes_ErrorsAlone_LeavesOutWhatTheTextWouldTake()
    {
        Assert.True(new LineFilter("timeout", true).Takes(Line(LogLevel.Error)));
        Assert.False(new LineFilter("timeout", true).Takes(Line(LogLevel.Warning)));
        Assert.False(new LineFilter("other", true).Takes(Line(LogLevel.Error)));
    }

    [Theory]
    [InlineData("/(/")]
    [InlineData(@"/(a)\1/")] // needs backtracking
    public void LineFilter_NotAPattern_IsRefused(string filter)
    {
        var error = Assert.Throws<LandfallException>(() => new LineFilter(filter, false));

        Assert.Equal(ErrorCodes.LogChoice, error.Code);
        Assert.StartsWith($"'{filter}' is no regular expression", error.Message, StringComparison.Ordinal);
    }

    private static LogEntry Line(LogLevel level) => new(default, "api", "api", "1", level, "a timeout after 7 s");
}
