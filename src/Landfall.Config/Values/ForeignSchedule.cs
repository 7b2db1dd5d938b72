using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Config.Values;

/// <summary>Answers what other schedulers write with the right form: Go's and Copilot's, Quartz, Jenkins, systemd and plain words.</summary>
internal static partial class ForeignSchedule
{
    /// <summary>Says how a schedule of another scheduler is written here.</summary>
    /// <param name="text">What is neither <c>cron(…)</c> nor <c>rate(…)</c>.</param>
    /// <returns>What is wrong with it, with the right form; null when it is no other scheduler's.</returns>
    public static string? Advice(string text)
    {
        if (text.StartsWith("@every ", StringComparison.OrdinalIgnoreCase))
        {
            return $"'@every' is {EveryAsRate(text["@every ".Length..].Trim())} here";
        }

        if (text.StartsWith("every ", StringComparison.OrdinalIgnoreCase))
        {
            return ClockTime().Match(text) is { Success: true } at ? AtTime(at) : $"it is {EveryAsRate(text["every ".Length..].Trim())} here";
        }

        if (text.StartsWith("at(", StringComparison.OrdinalIgnoreCase))
        {
            return "at(…) is a single moment, and a job comes again and again; a day of the year is five fields such as \"0 3 24 12 *\"";
        }

        if (text is "@reboot" or "none" or "never")
        {
            return "a job has to come at some time; 'enabled: false' keeps its schedule and does not run it";
        }

        if (text.ToLowerInvariant() is "hourly" or "daily" or "midnight" or "weekly" or "monthly" or "yearly" or "annually")
        {
            return $"the name is written with an '@' here: \"@{text.ToLowerInvariant()}\"";
        }

        if (WholeClockTime().Match(text) is { Success: true } daily)
        {
            return AtTime(daily);
        }

        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 5)
        {
            return OfFive(fields);
        }

        return fields.Length is 6 or 7 && fields.All(field => field.All(c => char.IsAsciiLetterOrDigit(c) || c is '*' or '?' or '/' or ',' or '-' or '#'))
            ? OfSix(fields)
            : null;
    }

    /// <summary>
    /// AWS's minute to year, one of whose days is a question mark; Quartz's second to day of the week, with a year where there are seven,
    /// which has that mark in the same columns one further and counts its days as AWS does; and Spring's, which is cron's behind a second.
    /// </summary>
    private static string OfSix(string[] fields)
    {
        if (fields.Length == 6 && (fields[2] == "?" || fields[4] == "?" || fields[5].Length == 4))
            return $"six fields are AWS's, which are written cron({string.Join(' ', fields)})";
        var isQuartz = fields[3] == "?" || fields[5] == "?";
        var form = isQuartz && (fields is [.., not "*"] and { Length: 7 } || fields[5].Any(c => char.IsAsciiDigit(c) || c is 'L' or '#') || fields[3].Any(c => c is 'L' or 'W'))
            ? $"cron({string.Join(' ', fields[1..6])} {(fields.Length == 7 ? fields[6] : "*")})"
            : $"\"{string.Join(' ', fields[1..6]).Replace('?', '*')}\"";
        return $"the first of {fields.Length} fields is seconds, which there are none of; leave it out: {form}";
    }

    /// <summary>The last day, the nearest weekday and the nth of a month, which only AWS's six fields have; and Jenkins's H.</summary>
    private static string? OfFive(string[] fields)
    {
        if (fields.Any(field => field == "H" || field.StartsWith("H/", StringComparison.Ordinal) || field.StartsWith("H(", StringComparison.Ordinal)))
        {
            return "'H' is Jenkins's, which chooses the number by itself; give a number";
        }

        var ofMonth = fields[2].Contains('L') || (fields[2].EndsWith('W') && fields[2].Length > 1);
        var ofWeek = fields[4].Contains('#') || (fields[4].EndsWith('L') && fields[4].Length > 1);
        return ofMonth && fields[4] is "*" or "?" ? $"'{fields[2]}' needs AWS's six fields: cron({fields[0]} {fields[1]} {fields[2]} {fields[3]} ? *)"
            : ofWeek && fields[2] is "*" or "?" ? $"'{fields[4]}' needs AWS's six fields, where SUN is 1: cron({fields[0]} {fields[1]} ? {fields[3]} {AwsDay(fields[4])} *)"
            : null;
    }

    /// <summary>The day of the week, whose number cron counts from 0 and AWS from 1, before its <c>L</c> or <c>#</c>.</summary>
    private static string AwsDay(string day) =>
        char.IsAsciiDigit(day[0]) ? $"{((day[0] - '0') % 7) + 1}{day[1..]}" : day;

    private static string AtTime(Match clock)
    {
        var hour = int.Parse(clock.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = clock.Groups["minute"] is { Success: true } given ? int.Parse(given.Value, CultureInfo.InvariantCulture) : 0;
        var half = clock.Groups["half"].Value.ToLowerInvariant();
        hour = half switch
        {
            "pm" when hour < 12 => hour + 12,
            "am" when hour == 12 => 0,
            _ => hour,
        };
        return hour > 23 || minute > 59
            ? "a time of every day is minute and hour, such as \"30 17 * * *\""
            : $"a time of every day is minute and hour, \"{minute} {hour} * * *\"; its zone is 'timezone'";
    }

    private static string EveryAsRate(string every)
    {
        var number = new string([.. every.TakeWhile(char.IsAsciiDigit)]);
        var unit = every[number.Length..].Trim().ToLowerInvariant();
        if (number.Length == 0)
        {
            number = "1";
        }

        var name = unit switch
        {
            "m" or "min" or "mins" or "minute" or "minutes" => "minute",
            "h" or "hour" or "hours" or "h0m0s" => "hour",
            "d" or "day" or "days" => "day",
            _ => null,
        };
        return name is null ? "rate(1 hour), rate(5 minutes) or rate(1 day)" : $"rate({number} {name}{(number == "1" ? "" : "s")})";
    }

    // Short enough for int, whatever somebody writes.
    [GeneratedRegex(@"\bat\s+(?<hour>\d{1,2})(:(?<minute>\d{2}))?\s*(?<half>am|pm)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"^(\*-\*-\*\s+)?(?<hour>\d{1,2}):(?<minute>\d{2})(:00)?\s*(?<half>am|pm)?$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeClockTime();
}
