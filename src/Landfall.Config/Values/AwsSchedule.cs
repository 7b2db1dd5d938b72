using System.Globalization;

namespace Landfall.Config.Values;

/// <summary>
/// Translates schedules to the form that EventBridge Scheduler and Application Auto Scaling take: cron with six fields
/// (minutes, hours, day of month, month, day of week, year) of which one of the two day fields is <c>?</c>, or a rate.
/// </summary>
internal static class AwsSchedule
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private static readonly CronField[] Fields =
    [
        new("minute", 0, 59, [], 0),
        new("hour", 0, 23, [], 0),
        new("day of the month", 1, 31, [], 0),
        new("month", 1, 12, Months, 1),
        new("day of the week", 0, 7, Days, 0),
    ];

    /// <summary>AWS counts the days of the week from 1.</summary>
    private static readonly CronField AwsDayOfWeek = new("day of the week", 1, 7, Days, 1);

    private static readonly CronField Year = new("year", 1970, 2199, [], 0);

    /// <summary>Translates a schedule.</summary>
    /// <param name="text">Five cron fields, <c>cron(…)</c> with six, <c>rate(…)</c>, or a name such as <c>@daily</c>.</param>
    /// <param name="expression">The complete expression, <c>cron(…)</c> or <c>rate(…)</c>.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? Translate(string text, out string expression)
    {
        expression = "";
        text = text.Trim();
        if (text.StartsWith("rate(", StringComparison.Ordinal))
        {
            return Rate(text, out expression);
        }

        if (text.StartsWith("cron(", StringComparison.Ordinal))
        {
            return SixFields(text, out expression);
        }

        if (ForeignSchedule.Advice(text) is { } other)
        {
            return other;
        }

        var cron = text switch
        {
            "@hourly" => "0 * * * *",
            "@daily" or "@midnight" => "0 0 * * *",
            "@weekly" => "0 0 * * 0",
            "@monthly" => "0 0 1 * *",
            "@yearly" or "@annually" => "0 0 1 1 *",
            _ => text,
        };
        return FiveFields(cron, out expression);
    }

    /// <summary>Tells when a schedule comes, where that is the same in every week.</summary>
    /// <param name="cron">AWS's six fields, without <c>cron()</c> around them.</param>
    /// <returns>The times since Sunday's midnight, in order; null where months, days of a month or years are named.</returns>
    public static IReadOnlyList<TimeSpan>? TimesOfWeek(string cron)
    {
        if (cron.Split(' ') is not [var minute, var hour, "*" or "?", "*", var day, "*"]
            || Fields[0].Read(minute, out var minutes) is not null
            || Fields[1].Read(hour, out var hours) is not null
            || AwsDayOfWeek.Read(day == "?" ? "*" : day, out var days) is not null)
        {
            return null;
        }

        return
        [
            .. from weekday in days.Count > 0 ? days : Enumerable.Range(1, 7)
               from h in hours.Count > 0 ? hours : Enumerable.Range(0, 24)
               from m in minutes.Count > 0 ? minutes : Enumerable.Range(0, 60)
               select new TimeSpan(weekday - 1, h, m, 0),
        ];
    }

    private static string? FiveFields(string text, out string expression)
    {
        expression = "";
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 5)
        {
            return $"it has {parts.Length} fields, but cron has five: minute, hour, day of the month, month, day of the week";
        }

        var values = new IReadOnlyList<int>[5];
        for (var i = 0; i < 5; i++)
        {
            if (Fields[i].Read(i is 2 or 4 && parts[i] == "?" ? "*" : parts[i], out values[i]) is { } wrong)
            {
                return wrong;
            }
        }

        if (NeverComes(values[2], values[3]))
        {
            return "that day is in none of the months, so it never comes";
        }

        if (values[2].Count > 0 && values[4].Count > 0)
        {
            return "it names days of the month and days of the week, which AWS cannot combine; give one of them as '*'";
        }

        var dayOfWeek = Week(values[4]);
        var dayOfMonth = dayOfWeek == "?" ? Numbers(values[2], "*") : "?";
        expression = $"cron({Numbers(values[0], "*")} {Numbers(values[1], "*")} {dayOfMonth} {Numbers(values[3], "*")} {dayOfWeek} *)";
        return null;
    }

    private static string Week(IReadOnlyList<int> days)
    {
        var distinct = days.Select(day => day % 7).Distinct().Order().ToArray();
        return distinct.Length is 0 or 7 ? "?" : Ranges(distinct, day => Days[day]);
    }

    private static string Numbers(IReadOnlyList<int> values, string all) =>
        values.Count == 0 ? all : Ranges(values, value => value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes numbers as a list in which three or more in a row become a range.</summary>
    private static string Ranges(IReadOnlyList<int> values, Func<int, string> write)
    {
        var parts = new List<string>();
        for (var start = 0; start < values.Count;)
        {
            var end = start;
            while (end + 1 < values.Count && values[end + 1] == values[end] + 1)
            {
                end++;
            }

            if (end - start >= 2)
            {
                parts.Add($"{write(values[start])}-{write(values[end])}");
                start = end + 1;
            }
            else
            {
                parts.Add(write(values[start]));
                start++;
            }
        }

        return string.Join(',', parts);
    }

    private static string? SixFields(string text, out string expression)
    {
        expression = text;
        var parts = text.EndsWith(')') ? text["cron(".Length..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        if (parts.Length != 6 && text.EndsWith(')') && text["cron(".Length..^1].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) is { Length: 6 } separated)
        {
            return $"the fields of cron(…) are separated by spaces, not by commas: cron({string.Join(' ', separated)})";
        }

        if (parts.Length == 6 && parts.Any(part => part.EndsWith(',')))
        {
            return $"the fields of cron(…) are separated by spaces, not by commas: cron({string.Join(' ', parts.Select(part => part.TrimEnd(',')))})";
        }

        if (parts.Length == 5)
        {
            return $"cron(…) takes six fields; the five of cron are written without it: \"{string.Join(' ', parts)}\"";
        }

        if (parts.Length != 6)
        {
            return "cron(…) takes six fields: minutes, hours, day of the month, month, day of the week, year";
        }

        if ((parts[2] == "?") == (parts[4] == "?"))
        {
            return "in cron(…) exactly one of the day of the month and the day of the week has to be '?'";
        }

        var wrong = Fields[3].Read(parts[3], out var months)
            ?? Fields[0].Read(parts[0], out _)
            ?? Fields[1].Read(parts[1], out _)
            ?? Year.Read(parts[5], out _)
            ?? DayOfMonth(parts[2], months)
            ?? DayOfWeek(parts[4]);
        if (wrong is not null)
        {
            return wrong;
        }

        expression = $"cron({string.Join(' ', parts)})";
        return null;
    }

    /// <summary>Besides what cron has: the last day, the last weekday, and the weekday nearest to a day.</summary>
    private static string? DayOfMonth(string text, IReadOnlyList<int> months)
    {
        if (text is "?" or "L" or "LW")
        {
            return null;
        }

        return Fields[2].Read(text.EndsWith('W') ? text[..^1] : text, out var days)
            ?? (NeverComes(days, months) ? "that day is in none of the months, so it never comes" : null);
    }

    /// <summary>Besides what cron has: the last such day of the month, and its first to fifth.</summary>
    private static string? DayOfWeek(string text)
    {
        var number = text.IndexOf('#');
        var day = number >= 0 && text[(number + 1)..] is "1" or "2" or "3" or "4" or "5" ? text[..number]
            : text.EndsWith('L') ? text[..^1]
            : text;
        return text is "?" or "L" ? null : AwsDayOfWeek.Read(day, out _);
    }

    /// <summary>True when none of the months, which are all when there are none, is that long.</summary>
    private static bool NeverComes(IReadOnlyList<int> days, IReadOnlyList<int> months) =>
        days.Count > 0 && months.Count > 0 && days[0] > months.Max(month => DateTime.DaysInMonth(2000, month));

    private static string? Rate(string text, out string expression)
    {
        expression = text;
        var parts = text.EndsWith(')') ? text["rate(".Length..^1].Split(' ') : [];
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count < 1
            || parts[1].TrimEnd('s') is not ("minute" or "hour" or "day"))
        {
            return "a rate is a number and minutes, hours or days, such as rate(1 hour) or rate(5 minutes)";
        }

        expression = $"rate({count} {parts[1].TrimEnd('s')}{(count == 1 ? "" : "s")})";
        return null;
    }
}
