using Landfall.Config.Binding;
using Landfall.Config.Values;

namespace Landfall.Config.Model;

/// <summary>Limits of a service.</summary>
internal sealed record AlarmModel : Section
{
    [Key("Share of answers with a 5xx status, for example 1%.", Min = 0.001, Max = 100)]
    public Percent? ErrorRate { get; init; }

    [Key("99th percentile of the response time.", Step = "1ms", Shortest = "1ms", Longest = "1h")]
    public TimeSpan? LatencyP99 { get; init; }

    [Key("Requests in a minute.", Min = 1, Max = 2000000000)]
    public int? RequestCount { get; init; }

    [Key("Alarm on tasks that are unhealthy.")]
    public bool UnhealthyTasks { get; init; } = true;
}
