using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Editing;
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
            .Select(what => c.At("resources.limits", $"'resources.limits.{what}' is not set: {Facts.Reason}").FixedBy(Fix(c))));

    // What a container asks for is what somebody knows that it needs: with limits that are equal to it the pod is of the class
    // Guaranteed (https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/). Where nothing is asked for, nothing is known.
    private static IReadOnlyList<Edit> Fix(Container container)
    {
        List<string> missing = [.. ((string[])["cpu", "memory"]).Where(what => container.Body.At($"resources.limits.{what}") is null)];
        if (missing.Any(what => container.Body.TextAt($"resources.requests.{what}") is null))
            return [];
        var limits = new JsonObject();
        foreach (var what in missing)
            limits[what] = container.Body.TextAt($"resources.requests.{what}");
        return container.Body.At("resources.limits") is MapNode
            ? [.. missing.Select(what => new SetValue(container.Body, $"resources.limits.{what}", limits[what]!.DeepClone()))]
            : [new SetValue(container.Body, "resources.limits", limits)];
    }
}
