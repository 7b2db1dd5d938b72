namespace Landfall.Config.Plan;

/// <summary>Takes every service to zero tasks outside working hours.</summary>
/// <param name="Stop">Local time of day at which tasks stop.</param>
/// <param name="Start">Local time of day at which tasks start.</param>
/// <param name="Days">AWS cron day-of-week field of the days on which tasks start and stop, for example <c>MON-FRI</c>.</param>
/// <param name="TimeZone">IANA time zone, for example <c>Asia/Shanghai</c>.</param>
public sealed record NightSchedulePlan(TimeOnly Stop, TimeOnly Start, string Days, string TimeZone)
{
    /// <summary>Dates on which tasks do not start, the earliest first.</summary>
    public required IReadOnlyList<DateOnly> Holidays { get; init; }
}
