using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Constructs.Alarms;

/// <summary>The times at which a service's own schedules leave it without a task.</summary>
internal static class ScheduledAbsence
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    // Whoever sends tasks home more often than every hour has no time of silence in mind.
    private const int MostTimes = 24 * 7;

    /// <summary>The windows, from each schedule that sends the tasks home to the next that brings some back.</summary>
    /// <param name="schedules">The schedules.</param>
    /// <returns>The windows; none where these times are not the same in every week, or nothing brings tasks back.</returns>
    public static IReadOnlyList<MuteWindow> Of(IReadOnlyList<ScaleSchedulePlan> schedules)
    {
        var times = schedules.Select(schedule => AwsSchedule.TimesOfWeek(schedule.Cron)).ToList();
        if (times.Contains(null) || schedules.DistinctBy(schedule => schedule.TimeZone).Count() != 1)
        {
            return [];
        }

        var changes = schedules.Zip(times, (schedule, at) => (Sends: schedule.Max == 0, At: at!)).ToLookup(change => change.Sends, change => change.At);
        var (home, back) = (changes[true].SelectMany(at => at).Distinct().Order().ToList(), changes[false].SelectMany(at => at).Distinct().Order().ToList());
        if (home.Count is 0 or > MostTimes || back.Count is 0 or > MostTimes || home.Intersect(back).Any())
        {
            return [];
        }

        var zone = schedules[0].TimeZone;
        var absences = home.Select(from => (From: from, Length: back.Min(to => MuteWindow.Ahead(to - from)))).ToList();
        var returns = absences.Select(absence => TimeSpan.FromTicks((absence.From + absence.Length).Ticks % Week.Ticks)).Distinct().Order();
        return
        [
            .. absences
                .GroupBy(absence => (Time: TimeOfDay(absence.From), absence.Length))
                .OrderBy(same => same.Key.Time).ThenBy(same => same.Key.Length)
                .Select((same, index) => new MuteWindow(
                    MuteWindow.Numbered("Absent", index), MuteWindow.Cron(same.Key.Time, same.Select(absence => Day(absence.From))), same.Key.Length + MuteWindow.Waking, zone)),
            .. returns
                .GroupBy(TimeOfDay)
                .OrderBy(same => same.Key)
                .Select((same, index) => MuteWindow.OfWaking(MuteWindow.Numbered("Back", index), same.Key, same.Select(Day), zone)),
        ];
    }

    private static TimeOnly TimeOfDay(TimeSpan inWeek) => TimeOnly.FromTimeSpan(inWeek - TimeSpan.FromDays(inWeek.Days));

    private static DayOfWeek Day(TimeSpan inWeek) => (DayOfWeek)inWeek.Days;
}
