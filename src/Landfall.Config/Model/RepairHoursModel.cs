using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>When repairs may begin that nobody has approved. Its keys are those of a night schedule, and mean the same.</summary>
internal sealed record RepairHoursModel : Section
{
    [Key("Local time of day from which on they may, for example \"08:00\".", Required = true)]
    public TimeOnly? Start { get; init; }

    [Key("Local time of day from which on they may not, for example \"18:00\"; of the next day where it is before 'start'.", Required = true)]
    public TimeOnly? Stop { get; init; }

    [Key("The days on which the hours start: names, lists and ranges such as mon-fri.", Pattern = WeekDayPattern.Text, PatternMeaning = WeekDayPattern.Meaning)]
    public string Days { get; init; } = "mon-fri";

    [Key("IANA time zone, for example Europe/Berlin.")]
    public string Timezone { get; init; } = "UTC";

    [Key("Dates on which the hours do not start, for example 2026-12-25.")]
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];
}
