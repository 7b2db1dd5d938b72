using System.Globalization;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operator.Repairs;

namespace Landfall.Operator.Tests.Repairs;

public sealed class RepairHoursTests
{
    private static readonly RepairHoursPlan Working = new(new TimeOnly(8, 0), new TimeOnly(18, 0), "MON-FRI", "Europe/Berlin") { Holidays = [new DateOnly(2026, 12, 25)] };

    // Berlin is an hour ahead of UTC in winter and two in summer; 2026-11-30 and 2026-07-06 are Mondays.
    [Theory]
    [InlineData("2026-11-30 06:59", false)]
    [InlineData("2026-11-30 07:00", true)]
    [InlineData("2026-11-30 16:59", true)]
    [InlineData("2026-11-30 17:00", false)]
    [InlineData("2026-07-06 06:00", true)]
    [InlineData("2026-07-06 16:00", false)]
    [InlineData("2026-11-28 12:00", false)]
    [InlineData("2026-11-29 12:00", false)]
    [InlineData("2026-12-25 12:00", false)]
    public void Include_WorkingHours_AreThoseOfTheZonesClock(string utc, bool included) => Assert.Equal(included, new RepairHours(Working).Include(Utc(utc)));

    [Theory]
    [InlineData("2026-12-04 21:59", false)]
    [InlineData("2026-12-04 22:00", true)]
    [InlineData("2026-12-05 05:59", true)]
    [InlineData("2026-12-05 06:00", false)]
    [InlineData("2026-12-05 22:00", false)]
    [InlineData("2026-12-06 05:00", false)]
    [InlineData("2026-12-07 05:00", false)]
    [InlineData("2026-12-24 23:00", true)]
    [InlineData("2026-12-25 05:00", true)]
    [InlineData("2026-12-25 22:00", false)]
    [InlineData("2026-12-26 05:00", false)]
    public void Include_OverMidnight_IsOfTheDayOnWhichTheyStart(string utc, bool included)
    {
        var nights = Working with { Start = new TimeOnly(22, 0), Stop = new TimeOnly(6, 0), TimeZone = "UTC" };

        Assert.Equal(included, new RepairHours(nights).Include(Utc(utc)));
    }

    [Fact]
    public void New_ZoneThatTheMachineDoesNotKnow_IsRefusedWithTheRemedy()
    {
        var failure = Assert.Throws<LandfallException>(() => new RepairHours(Working with { TimeZone = "Atlantis/Capital" }));

        Assert.Equal(ErrorCodes.TimeZone, failure.Code);
        Assert.Contains("no data of 'Atlantis/Capital', the time zone of 'operate.hours'. Install", failure.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
