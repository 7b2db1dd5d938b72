using Landfall.Config.Values;

namespace Landfall.Config.Tests.Values;

public class AwsScheduleTests
{
    [Theory]
    [InlineData("30 22 ? * MON-WED *", "1.22:30:00 2.22:30:00 3.22:30:00")]
    [InlineData("0 7,19 ? * 1 *", "07:00:00 19:00:00")]
    [InlineData("0/30 6 ? * SAT *", "6.06:00:00 6.06:30:00")]
    [InlineData("15 0 * * ? *", "00:15:00 1.00:15:00 2.00:15:00 3.00:15:00 4.00:15:00 5.00:15:00 6.00:15:00")]
    public void TimesOfWeek_SameEveryWeek_AreThoseSinceSunday(string cron, string expected) =>
        Assert.Equal(expected, string.Join(' ', AwsSchedule.TimesOfWeek(cron)!.Select(time => time.ToString("c"))));

    [Theory]
    [InlineData("* * * * ? *", 7 * 24 * 60)]
    [InlineData("0 * ? * 2-6 *", 5 * 24)]
    public void TimesOfWeek_Stars_AreEveryOne(string cron, int count) => Assert.Equal(count, AwsSchedule.TimesOfWeek(cron)!.Count);

    [Theory]
    [InlineData("0 7 1 * ? *")]
    [InlineData("0 7 L * ? *")]
    [InlineData("0 7 ? 3 MON *")]
    [InlineData("0 7 ? * MON#1 *")]
    [InlineData("0 7 ? * 6L *")]
    [InlineData("0 7 ? * L *")]
    [InlineData("0 7 ? * MON 2026")]
    public void TimesOfWeek_NotEveryWeek_AreNone(string cron) => Assert.Null(AwsSchedule.TimesOfWeek(cron));

    [Theory]
    [InlineData("@every 5m", "rate(5 minutes)")]
    [InlineData("@every 1h", "rate(1 hour)")]
    [InlineData("@every 24h", "rate(24 hours)")]
    [InlineData("every 2 hours", "rate(2 hours)")]
    [InlineData("@every 1h30m", "rate(1 hour), rate(5 minutes) or rate(1 day)")]
    [InlineData("at(2026-12-24T03:00:00)", "five fields")]
    [InlineData("@reboot", "enabled: false")]
    [InlineData("every day at 5pm", "\"0 17 * * *\"")]
    [InlineData("every day at 12:30 am", "\"30 0 * * *\"")]
    [InlineData("every day at 12pm", "\"0 12 * * *\"")]
    [InlineData("every day at 25:00", "\"30 17 * * *\"")]
    [InlineData("02:45", "\"45 2 * * *\"")]
    [InlineData("*-*-* 02:45:00", "\"45 2 * * *\"")]
    [InlineData("Daily", "\"@daily\"")]
    [InlineData("H 2 * * *", "Jenkins")]
    [InlineData("H/15 * * * *", "Jenkins")]
    [InlineData("0 3 L * *", "cron(0 3 L * ? *)")]
    [InlineData("0 3 15W * ?", "cron(0 3 15W * ? *)")]
    [InlineData("0 3 * * 5L", "cron(0 3 ? * 6L *)")]
    [InlineData("0 3 * 6 7#2", "cron(0 3 ? 6 1#2 *)")]
    [InlineData("0 3 * * MON#1", "cron(0 3 ? * MON#1 *)")]
    [InlineData("0 3 L * MON", "from 1 to 31")]
    [InlineData("0 0 3 * * ?", "\"0 3 * * *\"")]
    [InlineData("15 10 * * ? *", "cron(15 10 * * ? *)")]
    [InlineData("0 3 * * ? *", "cron(0 3 * * ? *)")]
    [InlineData("0 3 ? * 2 *", "cron(0 3 ? * 2 *)")]
    [InlineData("0 3 1 1 * 2027", "cron(0 3 1 1 * 2027)")]
    [InlineData("0 0 3 ? * 2", "cron(0 3 ? * 2 *)")]
    [InlineData("0 0 3 ? * MON-FRI", "\"0 3 * * MON-FRI\"")]
    [InlineData("0 0 3 L * ?", "cron(0 3 L * ? *)")]
    [InlineData("0 0 3 * * ? 2027", "cron(0 3 * * ? 2027)")]
    [InlineData("0 0 3 * * ? *", "\"0 3 * * *\"")]
    [InlineData("0 0 3 * * 2", "\"0 3 * * 2\"")]
    [InlineData("cron(0, 3, *, *, ?, *)", "cron(0 3 * * ? *)")]
    [InlineData("cron(0,3,*,*,?,*)", "cron(0 3 * * ? *)")]
    [InlineData("cron(0 3 * * *)", "\"0 3 * * *\"")]
    public void Translate_OtherDialect_SaysTheRightForm(string text, string form) =>
        Assert.Contains(form, AwsSchedule.Translate(text, out _), StringComparison.Ordinal);

    [Theory]
    [InlineData("0 3 * * *", "cron(0 3 * * ? *)")]
    [InlineData("*/15 * * * *", "cron(0,15,30,45 * * * ? *)")]
    [InlineData("0 9-17 * * mon-fri", "cron(0 9-17 ? * MON-FRI *)")]
    [InlineData("0 0 * * 0", "cron(0 0 ? * SUN *)")]
    [InlineData("0 0 * * 7", "cron(0 0 ? * SUN *)")]
    [InlineData("0 0 * * 1-5", "cron(0 0 ? * MON-FRI *)")]
    [InlineData("0 0 * * 6,0", "cron(0 0 ? * SUN,SAT *)")]
    [InlineData("0 0 * * 0-6", "cron(0 0 * * ? *)")]
    [InlineData("30 4 1,15 * *", "cron(30 4 1,15 * ? *)")]
    [InlineData("0 0 1 jan-mar *", "cron(0 0 1 1-3 ? *)")]
    [InlineData("5/20 * * * *", "cron(5,25,45 * * * ? *)")]
    [InlineData("10-30/10 * * * *", "cron(10,20,30 * * * ? *)")]
    [InlineData("@daily", "cron(0 0 * * ? *)")]
    [InlineData("@weekly", "cron(0 0 ? * SUN *)")]
    [InlineData("rate(1 hours)", "rate(1 hour)")]
    [InlineData("rate(5 minutes)", "rate(5 minutes)")]
    [InlineData("cron(0 3  * * ? *)", "cron(0 3 * * ? *)")]
    [InlineData("cron(0 18 ? * MON#2 *)", "cron(0 18 ? * MON#2 *)")]
    [InlineData("cron(0 18 L * ? 2030-2035)", "cron(0 18 L * ? 2030-2035)")]
    [InlineData("cron(0 18 15W * ? *)", "cron(0 18 15W * ? *)")]
    [InlineData("cron(0 18 ? * 6L *)", "cron(0 18 ? * 6L *)")]
    [InlineData("0 0 29 2 *", "cron(0 0 29 2 ? *)")]
    [InlineData("0 0 31 1,2 ?", "cron(0 0 31 1,2 ? *)")]
    public void Translate_ValidSchedule_GivesTheFormOfAws(string text, string expected)
    {
        Assert.Null(AwsSchedule.Translate(text, out var expression));
        Assert.Equal(expected, expression);
    }

    [Theory]
    [InlineData("", "it has 0 fields")]
    [InlineData("* * * *", "it has 4 fields")]
    [InlineData("60 * * * *", "the minute is '60', but has to be from 0 to 59")]
    [InlineData("0 0 32 * *", "the day of the month is '32', but has to be from 1 to 31")]
    [InlineData("0 0 * 13 *", "the month is '13'")]
    [InlineData("0 0 * * mo", "the day of the week is 'mo'")]
    [InlineData("5-1 * * * *", "the minute is '5-1'")]
    [InlineData("*/0 * * * *", "the step in '*/0'")]
    [InlineData("*/x * * * *", "the step in '*/x'")]
    [InlineData("1,,2 * * * *", "the minute is '1,,2'")]
    [InlineData("-1 * * * *", "the minute is '-1'")]
    [InlineData("rate(0 minutes)", "a rate is a number")]
    [InlineData("rate(5 weeks)", "a rate is a number")]
    [InlineData("rate(5 minutes", "a rate is a number")]
    [InlineData("cron(0 3 * * *)", "cron(…) takes six fields")]
    [InlineData("cron(0 3 * * * *)", "exactly one of")]
    [InlineData("cron(0 25 * * ? *)", "the hour is '25'")]
    [InlineData("cron(? 3 * * ? *)", "the minute is '?'")]
    [InlineData("cron(0 3 99 * ? *)", "the day of the month is '99'")]
    [InlineData("cron(0 3 ? * FOO *)", "the day of the week is 'FOO'")]
    [InlineData("cron(0 3 ? * 0 *)", "the day of the week is '0', but has to be from 1 to 7")]
    [InlineData("cron(0 3 ? * MON#6 *)", "the day of the week is 'MON#6'")]
    [InlineData("cron(0 3 * * ? 1969)", "the year is '1969', but has to be from 1970 to 2199")]
    [InlineData("cron(0 3 31 2,4 ? *)", "it never comes")]
    [InlineData("0 0 30 2 *", "it never comes")]
    [InlineData("? 0 * * *", "the minute is '?'")]
    public void Translate_InvalidSchedule_SaysWhatIsWrong(string text, string expected) =>
        Assert.Contains(expected, AwsSchedule.Translate(text, out _));
}
