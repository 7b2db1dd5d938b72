using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class ScheduleValidatorTests
{
    [Theory]
    [InlineData("2026-12-25", false)]
    [InlineData("2026-02-29", true)]
    [InlineData("25.12.2026", true)]
    [InlineData("2026-13-01", true)]
    public void Validate_Holiday_IsADate(string date, bool wrong) =>
        Assert.Equal(wrong ? ["4:55 LF1107"] : [], SmallFile.Problems($"schedule: {{ stop: \"22:00\", start: \"09:00\", holidays: [\"{date}\"] }}\n"));

    [Fact]
    public void Validate_CronWithFourFields_IsReported() =>
        Assert.Equal(["5:39 LF1302"], SmallFile.Problems(
            """
            services:
              a: { type: job, image: n, schedule: "0 3 * *" }
            """));

    [Fact]
    public void Validate_CronHourTooLarge_IsReported() =>
        Assert.Equal(["5:39 LF1302"], SmallFile.Problems(
            """
            services:
              a: { type: job, image: n, schedule: "0 24 * * *" }
            """));

    [Fact]
    public void Validate_CronWithBothDays_IsReported() =>
        Assert.Equal(["5:39 LF1302"], SmallFile.Problems(
            """
            services:
              a: { type: job, image: n, schedule: "0 0 1 * 1" }
            """));

    [Fact]
    public void Validate_RateWithoutUnit_IsReported() =>
        Assert.Equal(["5:39 LF1302"], SmallFile.Problems(
            """
            services:
              a: { type: job, image: n, schedule: rate(5) }
            """));

    [Fact]
    public void Validate_RateForLimits_IsReported() =>
        Assert.Equal(["5:74 LF1302"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, scale: { max: 3, schedules: { up: { at: rate(1 hour), min: 1, max: 2 } } } }
            """));

    [Fact]
    public void Validate_ZoneMisspelt_IsReported() =>
        Assert.Equal(["5:68 LF1303"], SmallFile.Problems(
            """
            services:
              a: { type: job, image: n, schedule: { at: "0 3 * * *", timezone: Europe/Berln } }
            """));

    [Fact]
    public void Validate_SleepWithEqualTimes_IsReported() =>
        Assert.Equal(["4:35 LF1302"], SmallFile.Problems(
            """
            schedule: { stop: "09:00", start: "09:00" }
            """));

    [Fact]
    public void Validate_Rate_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            services:
              a: { type: job, image: n, schedule: rate(1 hour) }
            """));
}
