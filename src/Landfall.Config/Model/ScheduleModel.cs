using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>When a job runs.</summary>
[Shorthand(nameof(At))]
internal sealed record ScheduleModel : Section
{
    [Key("Cron with five fields, cron(…) with AWS's six, or rate(…), for example \"0 3 * * *\" or rate(1 hour).", Required = true)]
    public string? At { get; init; }

    [Key("IANA time zone.")]
    public string Timezone { get; init; } = "UTC";
}
