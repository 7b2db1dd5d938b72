using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A container says not what it needs.</summary>
internal sealed class NoRequests() : PodRule(new(
    "k8s-no-requests", "A container does not say what it needs", Severity.Low, "NSA/CISA Kubernetes Hardening Guidance: resource policies",
    "The scheduler puts it on a full node, and it is the first to be thrown off one.",
    "Set 'resources.requests' of cpu and memory."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(PodTemplate pod) =>
        pod.Containers.Where(c => c.List != "ephemeralContainers").SelectMany(c => ((string[])["cpu", "memory"]).Where(what => !Says(c, what)).Take(1)
            .Select(what => c.At("resources.requests", $"'resources.requests.{what}' is not set: {Facts.Reason}")));

    // A request that is not said is the limit.
    private static bool Says(Container container, string what) =>
        container.Body.At($"resources.requests.{what}") is not null || container.Body.At($"resources.limits.{what}") is not null || container.Pod.Spec.At($"resources.requests.{what}") is not null;
}
