using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>Working hours of an environment.</summary>
internal sealed record SleepModel : Section
{
    [Key("Local time of day at which tasks stop, for example \"22:00\".", Required = true)]
    public TimeOnly? Stop { get; init; }

    [Key("Local time of day at which tasks start, for example \"09:00\".", Required = true)]
    public TimeOnly? Start { get; init; }

    [Key("The days on which they start and stop: names, lists and ranges such as mon-fri.", Default = "mon-fri",
        Pattern = "(?i:(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?(,(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?)*)",
        PatternMeaning = "days such as mon-fri or mon,wed,fri")]
    public string? Days { get; init; }

    [Key("IANA time zone, for example Asia/Shanghai.", Default = "UTC")]
    public string? Timezone { get; init; }
}
