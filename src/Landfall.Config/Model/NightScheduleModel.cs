using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>Working hours of an environment.</summary>
internal sealed record NightScheduleModel : Section
{
    [Key("Local time of day at which tasks stop, for example \"22:00\".", Required = true)]
    public TimeOnly? Stop { get; init; }

    [Key("Local time of day at which tasks start, for example \"09:00\".", Required = true)]
    public TimeOnly? Start { get; init; }

    [Key("The days on which they start and stop: names, lists and ranges such as mon-fri.", Pattern = WeekDayPattern.Text, PatternMeaning = WeekDayPattern.Meaning)]
    public string Days { get; init; } = "mon-fri";

    [Key("IANA time zone, for example Asia/Shanghai.")]
    public string Timezone { get; init; } = "UTC";

    [Key("Dates on which tasks do not start, for example 2026-12-25; those that stopped before stay stopped.")]
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];
}
