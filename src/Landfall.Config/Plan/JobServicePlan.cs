namespace Landfall.Config.Plan;

/// <summary>A container that runs on a schedule and ends.</summary>
public sealed record JobServicePlan : ContainerServicePlan
{
    /// <summary>EventBridge Scheduler expression, complete: <c>cron(0 3 * * ? *)</c> or <c>rate(1 hour)</c>.</summary>
    public required string Schedule { get; init; }

    /// <summary>IANA time zone of the schedule.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Time after which a run is stopped and counts as failed.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How often a failed run is tried again, 0 to 10.</summary>
    public required int Retries { get; init; }

    /// <summary>False to keep the schedule but not run it.</summary>
    public required bool Enabled { get; init; }
}
