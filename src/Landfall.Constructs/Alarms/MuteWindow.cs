using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Constructs.Alarms;

/// <summary>A time in which the alarms of what sleeps are silent.</summary>
/// <param name="Id">What tells it from the others of its schedule, for example <c>Night</c>.</param>
/// <param name="Expression">When it begins, in CloudWatch's words: <c>cron(…)</c> of five fields, or <c>at(…)</c>.</param>
/// <param name="Length">How long it lasts.</param>
/// <param name="TimeZone">IANA time zone.</param>
internal sealed record MuteWindow(string Id, string Expression, TimeSpan Length, string TimeZone)
{
    /// <summary>Ten minutes to start in, as after a deployment, and five until the last metrics have arrived.</summary>
    public static readonly TimeSpan Waking = TimeSpan.FromMinutes(15);

    // A night in which clocks go back is one hour longer than the clock says.
    private static readonly TimeSpan Shift = TimeSpan.FromHours(1);

    /// <summary>
    /// The windows of a schedule: nights of one length are one window, and the waking is another. A holiday lasts from the time at
    /// which tasks would start to the next day's, where the waking begins before it ends.
    /// </summary>
    public static IReadOnlyList<MuteWindow> Of(NightSchedulePlan sleep)
    {
        var days = WeekDays.Read(sleep.Days);
        var starts = days.Select(day => InWeek(day) + sleep.Start.ToTimeSpan()).ToList();
        var nights = days
            .GroupBy(day => starts.Min(start => Ahead(start - InWeek(day) - sleep.Stop.ToTimeSpan())))
            .OrderBy(night => night.Key)
            .Select((night, index) => new MuteWindow(Numbered("Night", index), Cron(sleep.Stop, night), night.Key + Waking, sleep.TimeZone));
        var holidays = sleep.Holidays.Where(date => days.Contains(date.DayOfWeek)).Select(date => new MuteWindow(
            $"Holiday{date:yyyyMMdd}",
            FormattableString.Invariant($"at({date:yyyy-MM-dd}T{sleep.Start:HH\\:mm})"),
            starts.Min(start => Ahead(start - InWeek(date.DayOfWeek) - sleep.Start.ToTimeSpan())),
            sleep.TimeZone));
        return [.. nights, OfWaking("Waking", sleep.Start, days, sleep.TimeZone), .. holidays];
    }

    /// <summary>The window in which tasks start, which begins early enough for the night in which clocks go back.</summary>
    public static MuteWindow OfWaking(string id, TimeOnly start, IEnumerable<DayOfWeek> days, string zone)
    {
        var early = start.Add(-Shift, out var wrapped);
        return new MuteWindow(id, Cron(early, days.Select(day => WeekDays.Later(day, wrapped))), Shift + Waking, zone);
    }

    /// <summary>The first of several windows of a kind has no number.</summary>
    public static string Numbered(string id, int index) => index == 0 ? id : $"{id}{index + 1}";

    /// <summary>A time of the week in CloudWatch's five fields.</summary>
    public static string Cron(TimeOnly from, IEnumerable<DayOfWeek> days) =>
        FormattableString.Invariant($"cron({from.Minute} {from.Hour} * * {WeekDays.Write(days)})");

    private static TimeSpan InWeek(DayOfWeek day) => TimeSpan.FromDays((int)day);

    /// <summary>How far ahead in the week something is.</summary>
    public static TimeSpan Ahead(TimeSpan distance) => distance > TimeSpan.Zero ? distance : distance + TimeSpan.FromDays(7);
}
