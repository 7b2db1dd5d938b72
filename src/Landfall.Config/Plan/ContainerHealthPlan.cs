namespace Landfall.Config.Plan;

/// <summary>ECS's own check inside the container.</summary>
/// <param name="Command">The command, run by the container's shell.</param>
/// <param name="Interval">Time between checks, 5 s to 5 min.</param>
/// <param name="Timeout">Time after which a check has failed, 2 s to 1 min.</param>
/// <param name="Retries">Failures in a row that make the container unhealthy, 1 to 10.</param>
/// <param name="StartPeriod">Grace after the start in which failures do not count, up to 5 min.</param>
public sealed record ContainerHealthPlan(string Command, TimeSpan Interval, TimeSpan Timeout, int Retries, TimeSpan StartPeriod)
{
    /// <summary>False for a program that is started without a shell.</summary>
    public bool Shell { get; init; } = true;
}
