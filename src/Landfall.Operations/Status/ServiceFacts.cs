using Landfall.Aws.Containers;
using Landfall.Aws.LoadBalancing;

namespace Landfall.Operations.Status;

/// <summary>What AWS says of a service.</summary>
/// <param name="Service">The service; null where ECS has none.</param>
/// <param name="Tasks">Its tasks that have not ended.</param>
/// <param name="Stopped">Its tasks that have, the last one first.</param>
/// <param name="Targets">What its load balancer thinks of its targets; null where it is behind none, or that could not be read.</param>
/// <param name="Rollout">The service deployment that ECS is at; null where it names none.</param>
internal sealed record ServiceFacts(
    RunningService? Service,
    IReadOnlyList<RunningTask> Tasks,
    IReadOnlyList<StoppedTask> Stopped,
    IReadOnlyList<TargetHealth>? Targets,
    ServiceRollout? Rollout);
