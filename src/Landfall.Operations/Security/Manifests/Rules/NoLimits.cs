using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>Nothing bounds a container's memory or processor.</summary>
internal sealed class NoLimits() : PodRule(new(
    "k8s-no-limits", "Nothing bounds what a container takes", Severity.Low, "NSA/CISA Kubernetes Hardening Guidance: resource policies",
    "One container can take the node's memory and time from all others.",
    "Set 'resources.limits', at least of memory."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(PodTemplate pod) =>
        pod.Containers.Where(c => c.List != "ephemeralContainers").SelectMany(c => ((string[])["memory", "cpu"]).Where(what => c.Body.At($"resources.limits.{what}") is null && pod.Spec.At($"resources.limits.{what}") is null).Take(1)
            .Select(what => c.At("resources.limits", $"'resources.limits.{what}' is not set: {Facts.Reason}")));
}
