using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A change of a service's limits at given times.</summary>
internal sealed record ScaleScheduleModel : Section
{
    [Key("When: cron with five fields, or cron(…) with AWS's six.", Required = true)]
    public string? At { get; init; }

    [Key("IANA time zone.")]
    public string Timezone { get; init; } = "UTC";

    [Key("Smallest number of tasks from then on.", Required = true, Min = 0, Max = 1000)]
    public int? Min { get; init; }

    [Key("Largest number of tasks from then on.", Required = true, Min = 0, Max = 1000)]
    public int? Max { get; init; }
}
