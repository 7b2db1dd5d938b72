using Landfall.Config.Binding;
using Landfall.Config.Plan;
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

    [Key("Alarm on tasks that are unhealthy or missing.")]
    public bool UnhealthyTasks { get; init; } = true;

    [Key("Tasks that end by themselves or cannot start, in fifteen minutes; 0 for no alarm.", Min = 0, Max = 10000)]
    public int Crashes { get; init; } = 3;

    [Key("Use of the tasks' memory, and of their CPU where they answer requests, for fifteen minutes; 0 for no alarm.", Min = 0, Max = 100)]
    public Percent Saturation { get; init; } = new(90);

    [Key("Worker: age of the oldest message of its queue; 0s for no alarm.", Step = "1s", Shortest = "0s", Longest = "14d",
        Default = "the queue's 'visibility' times its 'retries', from 15m to four fifths of its 'retention'")]
    public TimeSpan? QueueAge { get; init; }

    [Key("What is held against its own past, by a band that CloudWatch learns in two weeks.")]
    public IReadOnlyList<AnomalySignal> Anomaly { get; init; } = [];
}
