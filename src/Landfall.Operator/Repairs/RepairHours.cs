using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Operator.Repairs;

/// <summary>The hours in which repairs may begin that nobody has approved, by a clock on the wall of their time zone.</summary>
internal sealed class RepairHours
{
    private readonly RepairHoursPlan _plan;
    private readonly IReadOnlyList<DayOfWeek> _days;
    private readonly TimeZoneInfo _zone;

    /// <summary>Reads them.</summary>
    /// <param name="plan">The hours.</param>
    /// <exception cref="LandfallException">This machine has no data of the time zone, so that nobody knows when they are.</exception>
    public RepairHours(RepairHoursPlan plan)
    {
        _plan = plan;
        _days = WeekDays.Read(plan.Days);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(plan.TimeZone, out var zone))
            throw new LandfallException(ErrorCodes.TimeZone, $"This machine has no data of '{plan.TimeZone}', the time zone of 'operate.hours'. Install the system's data of time zones (the package tzdata), or write 'timezone: UTC'.");
        _zone = zone;
    }

    /// <summary>Whether a time is among them.</summary>
    /// <param name="now">The time.</param>
    public bool Include(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, _zone);
        var (date, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        if (_plan.Start < _plan.Stop)
            return Starts(date) && time >= _plan.Start && time < _plan.Stop;
        return (time >= _plan.Start && Starts(date)) || (time < _plan.Stop && Starts(date.AddDays(-1))); // over midnight
    }

    private bool Starts(DateOnly date) => _days.Contains(date.DayOfWeek) && !_plan.Holidays.Contains(date);
}
