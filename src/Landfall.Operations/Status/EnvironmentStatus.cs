namespace Landfall.Operations.Status;

/// <summary>How an environment is at one moment.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Account">The account that was looked at.</param>
/// <param name="Region">The region.</param>
/// <param name="At">When it was looked at.</param>
/// <param name="Deployed">False when it has no stack.</param>
/// <param name="Services">The services that ECS keeps running.</param>
/// <param name="Jobs">The jobs.</param>
/// <param name="Sites">The sites.</param>
/// <param name="Databases">The databases.</param>
/// <param name="Queues">The queues.</param>
/// <param name="Alarms">The alarms that have gone off, or cannot tell.</param>
/// <param name="Unread">What could not be looked at.</param>
internal sealed record EnvironmentStatus(
    string App,
    string Environment,
    string Account,
    string Region,
    DateTimeOffset At,
    bool Deployed,
    IReadOnlyList<ServiceStatus> Services,
    IReadOnlyList<JobStatus> Jobs,
    IReadOnlyList<SiteStatus> Sites,
    IReadOnlyList<DatabaseStatus> Databases,
    IReadOnlyList<QueueStatus> Queues,
    AlarmSummary Alarms,
    IReadOnlyList<UnreadPart> Unread)
{
    /// <summary>Traffic of its load balancers that is kept away from a zone.</summary>
    public IReadOnlyList<ShiftedTraffic> Shifts { get; init; } = [];
}
