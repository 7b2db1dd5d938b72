using Landfall.Aws.Containers;

namespace Landfall.Operations.Status;

/// <summary>Judges a service by what ECS and its load balancer say.</summary>
internal static class ServiceVerdict
{
    /// <summary>Judges it.</summary>
    /// <param name="service">The service.</param>
    /// <param name="containers">How its containers are.</param>
    /// <param name="targets">How its targets are; null where it has none.</param>
    /// <param name="stopped">Its tasks that have ended.</param>
    /// <param name="rollout">Its rollout.</param>
    /// <returns>The verdict.</returns>
    public static ServiceHealth Of(
        RunningService service, IReadOnlyList<ContainerState> containers, TargetState? targets, IReadOnlyList<StoppedGroup> stopped, RolloutState? rollout)
    {
        if (service.DesiredCount == 0)
            return ServiceHealth.Idle;
        var unwell = containers.Any(c => c.Unhealthy > 0) || targets is { Unhealthy: > 0 };
        var failing = stopped.Any(group => group.Failed) && (service.RunningCount < service.DesiredCount || rollout is not null);
        var serving = service.RunningCount > 0 && targets is not { Healthy: 0, Unhealthy: > 0 } && !containers.Any(c => c.Running > 0 && c.Unhealthy == c.Running);
        if (!unwell && !failing && rollout is not { State: "FAILED" })
        {
            // Tasks that a load balancer has not asked yet, or that ECS is about to start.
            return service.RunningCount >= service.DesiredCount && targets is not { Healthy: 0, Other: > 0 } ? ServiceHealth.Healthy : ServiceHealth.Starting;
        }

        return serving ? ServiceHealth.Degraded : ServiceHealth.Down;
    }
}
