using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Tree;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks schedules and time zones.</summary>
internal sealed class ScheduleValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        if (environment.Settings.Schedule is { } sleep)
        {
            CheckZone(sleep.Timezone, sleep.MarkOf("timezone"), problems);
            CheckTimes(sleep.Start, sleep.Stop, sleep.MarkOf("start"), problems);
        }

        if (environment.Settings.Operate.Hours is { } hours)
        {
            CheckZone(hours.Timezone, hours.MarkOf("timezone"), problems);
            CheckTimes(hours.Start, hours.Stop, hours.MarkOf("start"), problems);
        }

        foreach (var service in environment.Settings.Services.Values)
        {
            if (service.Schedule is { } schedule)
            {
                CheckSchedule(schedule.At, schedule.MarkOf("at"), rateAllowed: true, problems);
                CheckZone(schedule.Timezone, schedule.MarkOf("timezone"), problems);
            }

            foreach (var change in service.Scale.Schedules.Values)
            {
                CheckSchedule(change.At, change.MarkOf("at"), rateAllowed: false, problems);
                CheckZone(change.Timezone, change.MarkOf("timezone"), problems);
            }
        }
    }

    private static void CheckTimes(TimeOnly? start, TimeOnly? stop, Mark mark, ProblemList problems)
    {
        if (stop is { } time && time == start)
        {
            problems.Add(mark, ErrorCodes.Schedule, $"'start' and 'stop' are both {time:HH:mm}, so it is open what should hold. Give two times.");
        }
    }

    private static void CheckSchedule(string? text, Mark mark, bool rateAllowed, ProblemList problems)
    {
        if (text is null)
        {
            return;
        }

        var wrong = AwsSchedule.Translate(text, out var expression);
        if (wrong is null && !rateAllowed && expression.StartsWith("rate", StringComparison.Ordinal))
        {
            wrong = "limits change at given times, so write cron, not a rate";
        }

        if (wrong is not null)
        {
            problems.Add(mark, ErrorCodes.Schedule, $"The schedule is '{text}': {wrong}.");
        }
    }

    private static void CheckZone(string name, Mark mark, ProblemList problems)
    {
        if (!TimeZones.Exists(name))
        {
            var hint = Suggestion.DidYouMean(name, TimeZones.Names);
            problems.Add(
                mark,
                ErrorCodes.TimeZone,
                $"'timezone' is '{name}', which is not an IANA time zone.{(hint.Length > 0 ? hint : " One is Europe/Berlin.")}");
        }
    }
}
