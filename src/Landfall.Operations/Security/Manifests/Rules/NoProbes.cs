using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>Nothing checks whether a container answers.</summary>
internal sealed class NoProbes() : PodRule(new(
    "k8s-no-probes", "Nothing checks whether a container answers", Severity.Low, "Kubernetes: configure liveness, readiness and startup probes",
    "Requests go to pods that do not answer, and a program that hangs stays.",
    "Add a 'readinessProbe', and a 'livenessProbe' where a new start helps."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(PodTemplate pod) =>
        pod.Ends ? [] : pod.Containers.Where(c => c.List == "containers").SelectMany(c => ((string[])["readinessProbe", "livenessProbe"]).Where(probe => c.Body.At(probe) is null).Take(1)
            .Select(probe => c.At(probe, $"There is no '{probe}': {Facts.Reason}")));
}
