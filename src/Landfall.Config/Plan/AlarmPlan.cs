namespace Landfall.Config.Plan;

/// <summary>Limits whose breach alarms people; some also roll a running deployment back.</summary>
public sealed record AlarmPlan
{
    /// <summary>Share of 5xx answers in percent, or null.</summary>
    public required double? ErrorRatePercent { get; init; }

    /// <summary>99th percentile of the response time, or null.</summary>
    public required TimeSpan? LatencyP99 { get; init; }

    /// <summary>Requests per minute, or null.</summary>
    public required int? RequestCount { get; init; }

    /// <summary>True to alarm on tasks that are unhealthy or missing.</summary>
    public required bool UnhealthyTasks { get; init; }

    /// <summary>Tasks that end by themselves or cannot start, in fifteen minutes; 0 for no alarm.</summary>
    public required int Crashes { get; init; }

    /// <summary>Use of the tasks' CPU and memory in percent; 0 for no alarm.</summary>
    public required double SaturationPercent { get; init; }

    /// <summary>Age of the oldest message of a worker's queue; zero for no alarm.</summary>
    public required TimeSpan QueueAge { get; init; }

    /// <summary>What is held against its own past, in alphabetical order.</summary>
    public required IReadOnlyList<AnomalySignal> Anomalies { get; init; }

    /// <summary>What the service promises, or null where it promises nothing.</summary>
    public required SloPlan? Slo { get; init; }
}
