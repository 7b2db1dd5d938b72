using Landfall.Config.Plan;

namespace Landfall.Constructs.Alarms;

/// <summary>A time of each week in which the alarms of what sleeps are silent.</summary>
/// <param name="Id">What tells it from the others of its schedule, for example <c>Night</c>.</param>
/// <param name="From">Local time of day at which it begins.</param>
/// <param name="Days">The days on which it begins.</param>
/// <param name="Length">How long it lasts.</param>
internal sealed record MuteWindow(string Id, TimeOnly From, IReadOnlyList<DayOfWeek> Days, TimeSpan Length)
{
    // Ten minutes to start in, as after a deployment, and five until the last metrics have arrived.
    private static readonly TimeSpan Waking = TimeSpan.FromMinutes(15);

    // A night in which clocks go back is one hour longer than the clock says.
    private static readonly TimeSpan Shift = TimeSpan.FromHours(1);

    private static readonly string[] Names = [.. Enum.GetValues<DayOfWeek>().Select(day => day.ToString()[..3].ToUpperInvariant())];

    /// <summary>The windows of a schedule: nights of one length are one window, and the waking is another.</summary>
    public static IReadOnlyList<MuteWindow> Of(NightSchedulePlan sleep)
    {
        var days = DaysOf(sleep.Days);
        var starts = days.Select(day => InWeek(day) + sleep.Start.ToTimeSpan()).ToList();
        var nights = days
            .GroupBy(day => starts.Min(start => Ahead(start - InWeek(day) - sleep.Stop.ToTimeSpan())))
            .OrderBy(night => night.Key)
            .Select((night, index) => new MuteWindow(index == 0 ? "Night" : $"Night{index + 1}", sleep.Stop, [.. night], night.Key + Waking));
        var early = sleep.Start.Add(-Shift, out var wrapped);
        return [.. nights, new MuteWindow("Waking", early, [.. days.Select(day => Later(day, wrapped))], Shift + Waking)];
    }

    /// <summary>The beginning in CloudWatch's five fields.</summary>
    public string Cron => FormattableString.Invariant($"cron({From.Minute} {From.Hour} * * {string.Join(',', Days.Select(day => Names[(int)day]))})");

    private static IReadOnlyList<DayOfWeek> DaysOf(string field) =>
        [.. field.Split(',').SelectMany(Range).Distinct().Order()];

    private static IEnumerable<DayOfWeek> Range(string range)
    {
        var ends = range.Split('-').Select(name => Array.IndexOf(Names, name)).ToArray();
        return Enumerable.Range(0, (ends[^1] - ends[0] + 7) % 7 + 1).Select(days => Later((DayOfWeek)ends[0], days));
    }

    private static DayOfWeek Later(DayOfWeek day, int days) => (DayOfWeek)(((int)day + days + 7) % 7);

    private static TimeSpan InWeek(DayOfWeek day) => TimeSpan.FromDays((int)day);

    private static TimeSpan Ahead(TimeSpan distance) => distance > TimeSpan.Zero ? distance : distance + TimeSpan.FromDays(7);
}
