namespace Landfall.Config.Plan;

/// <summary>When repairs may begin that nobody has approved.</summary>
/// <param name="Start">Local time of day from which on they may.</param>
/// <param name="Stop">Local time of day from which on they may not; of the next day where it is before <paramref name="Start"/>.</param>
/// <param name="Days">The days on which the hours start, as <see cref="NightSchedulePlan.Days"/> has them: <c>MON-FRI</c>.</param>
/// <param name="TimeZone">IANA time zone, for example <c>Europe/Berlin</c>.</param>
public sealed record RepairHoursPlan(TimeOnly Start, TimeOnly Stop, string Days, string TimeZone)
{
    /// <summary>Dates on which the hours do not start, the earliest first.</summary>
    public required IReadOnlyList<DateOnly> Holidays { get; init; }

    /// <summary>The hours as people read them: <c>mon-fri 08:00-18:00 Europe/Berlin</c>.</summary>
    /// <returns>The hours; holidays are not among them.</returns>
    public override string ToString() => FormattableString.Invariant($"{Days.ToLowerInvariant()} {Start:HH\\:mm}-{Stop:HH\\:mm} {TimeZone}");
}
