namespace Landfall.Config.Plan;

/// <summary>A target group's health check.</summary>
public sealed record HealthCheckPlan
{
    /// <summary>The path that answers when the service is well.</summary>
    public required string Path { get; init; }

    /// <summary>Time between checks, 5 s to 5 min.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>Time after which a check has failed; less than <see cref="Interval"/>.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Successes in a row that make a target healthy, 2 to 10.</summary>
    public required int HealthyThreshold { get; init; }

    /// <summary>Failures in a row that make a target unhealthy, 2 to 10.</summary>
    public required int UnhealthyThreshold { get; init; }

    /// <summary>HTTP or gRPC codes that count as success, for example <c>200</c> or <c>200-299</c>.</summary>
    public required string Codes { get; init; }

    /// <summary>Grace after a task's start in which failures do not count.</summary>
    public required TimeSpan GracePeriod { get; init; }
}
