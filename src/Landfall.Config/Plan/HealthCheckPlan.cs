namespace Landfall.Config.Plan;

/// <summary>A target group's health check.</summary>
public sealed record HealthCheckPlan
{
    /// <summary>The path that answers when the service is well.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Time between checks, 5 s to 5 min.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time after which a check has failed; less than <see cref="Interval"/>.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Successes in a row that make a target healthy, 2 to 10.</summary>
    public int HealthyThreshold { get; init; } = 2;

    /// <summary>Failures in a row that make a target unhealthy, 2 to 10.</summary>
    public int UnhealthyThreshold { get; init; } = 3;

    /// <summary>HTTP codes that count as success, for example <c>200</c> or <c>200-299</c>.</summary>
    public string Codes { get; init; } = "200";

    /// <summary>Grace after a task's start in which failures do not count.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(60);
}
