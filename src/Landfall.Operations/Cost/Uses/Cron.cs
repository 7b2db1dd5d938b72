using Landfall.Config.Values;

namespace Landfall.Operations.Cost.Uses;

/// <summary>
/// A cron expression of AWS's, "cron(minutes hours day-of-month month day-of-week year)" (EventBridge Scheduler User Guide,
/// "Schedule types"), as far as it is the same in every month. A list that is empty stands for all.
/// </summary>
/// <param name="Minutes">The minutes of an hour.</param>
/// <param name="Hours">The hours of a day.</param>
/// <param name="MonthDays">The days of a month.</param>
/// <param name="WeekDays">The days of a week; Sunday is 1.</param>
internal sealed record Cron(IReadOnlyList<int> Minutes, IReadOnlyList<int> Hours, IReadOnlyList<int> MonthDays, IReadOnlyList<int> WeekDays)
{
    private static readonly CronField Minute = new("minute", 0, 59, [], 0);
    private static readonly CronField Hour = new("hour", 0, 23, [], 0);
    private static readonly CronField MonthDay = new("day of the month", 1, 31, [], 0);
    private static readonly CronField WeekDay = new("day of the week", 1, 7, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"], 1);

    /// <summary>Reads an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>What it says; null for whatever else it is.</returns>
    public static Cron? Read(string? expression) =>
        expression is not null && expression.StartsWith("cron(", StringComparison.Ordinal) && expression.EndsWith(')')
        && expression[5..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 6 } fields && fields[3] == "*"
        && Minute.Read(fields[0], out var minutes) is null
        && Hour.Read(fields[1], out var hours) is null
        && MonthDay.Read(Any(fields[2]), out var monthDays) is null
        && WeekDay.Read(string.Join(',', Any(fields[4]).Split(',').Select(OfOneWeek)), out var weekDays) is null
            ? new Cron(minutes, hours, monthDays, weekDays)
            : null;

    private static string Any(string field) => field == "?" ? "*" : field;

    /// <summary>A range of days that goes on into the next week, FRI-MON, as two of one week.</summary>
    private static string OfOneWeek(string range) =>
        range.Split('-') is [var first, var last] && WeekDay.Read(range, out _) is not null ? $"{first}-sat,sun-{last}" : range;
}
