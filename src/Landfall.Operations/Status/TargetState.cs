using Landfall.Aws.LoadBalancing;

namespace Landfall.Operations.Status;

/// <summary>How a load balancer finds the tasks of a service.</summary>
/// <param name="Healthy">How many answer its health check.</param>
/// <param name="Unhealthy">How many do not.</param>
/// <param name="Other">How many it has not asked yet, or lets go.</param>
/// <param name="Reasons">Why targets are not healthy, each once.</param>
internal sealed record TargetState(int Healthy, int Unhealthy, int Other, IReadOnlyList<string> Reasons)
{
    /// <summary>Counts targets.</summary>
    /// <param name="targets">The targets of all its target groups. One group of a rollout that shifts traffic has none.</param>
    /// <returns>How they are.</returns>
    public static TargetState Of(IReadOnlyCollection<TargetHealth> targets) => new(
        targets.Count(t => t.State == "healthy"),
        targets.Count(t => t.State is "unhealthy" or "unavailable"),
        targets.Count(t => t.State is not ("healthy" or "unhealthy" or "unavailable")),
        [.. targets.Where(t => t.State is "unhealthy" or "unavailable").Select(t => t.Description.Length > 0 ? t.Description : t.Reason).Distinct(StringComparer.Ordinal)]);
}
