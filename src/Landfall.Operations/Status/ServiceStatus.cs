namespace Landfall.Operations.Status;

/// <summary>How a service is.</summary>
/// <param name="Service">Its name in the file.</param>
/// <param name="Type">What it is: <c>web</c>, <c>internal</c>, <c>worker</c> or <c>loadTest</c>.</param>
/// <param name="Health">What is to be thought of it.</param>
/// <param name="Desired">How many tasks are wanted.</param>
/// <param name="Running">How many run.</param>
/// <param name="Pending">How many are on their way.</param>
/// <param name="Containers">How the containers of its tasks are.</param>
/// <param name="Targets">How the load balancer finds its tasks; null where it is behind none.</param>
/// <param name="Rollout">The rollout that is at work, or that failed last; null where there is none.</param>
/// <param name="Image">The image of its main container, as its tasks run it; null where none runs.</param>
/// <param name="Stack">The status of its stack; null where there is none.</param>
/// <param name="Changed">When its stack was last changed.</param>
/// <param name="Stopped">Its tasks that have ended in the last hour or so, by reason.</param>
internal sealed record ServiceStatus(
    string Service,
    string Type,
    ServiceHealth Health,
    int Desired,
    int Running,
    int Pending,
    IReadOnlyList<ContainerState> Containers,
    TargetState? Targets,
    RolloutState? Rollout,
    string? Image,
    string? Stack,
    DateTimeOffset? Changed,
    IReadOnlyList<StoppedGroup> Stopped);
