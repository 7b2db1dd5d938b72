using Landfall.Config;
using Landfall.Operations.Logs;

namespace Landfall.Operations.Tests.Logs;

public sealed class LogTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, "2026-03-01T11:00:00Z")]
    [InlineData("90m", "2026-03-01T10:30:00Z")]
    [InlineData("3d", "2026-02-26T12:00:00Z")]
    [InlineData("2026-02-28T07:00", "2026-02-28T07:00:00Z")]
    [InlineData("2026-02-28T07:00+02:00", "2026-02-28T05:00:00Z")]
    public void Of_DurationOrTime_IsATime(string? text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), LogTime.Of(text, TimeSpan.FromHours(1), Now));

    [Theory]
    [InlineData("banana")]
    [InlineData("2026-03-02")] // is yet to come
    public void Of_AnythingElse_IsRefused(string text) =>
        Assert.Equal(ErrorCodes.LogChoice, Assert.Throws<LandfallException>(() => LogTime.Of(text, TimeSpan.FromHours(1), Now)).Code);
}
