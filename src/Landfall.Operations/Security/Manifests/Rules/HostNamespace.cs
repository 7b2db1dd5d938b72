using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>Pods share the node's network, processes or memory.</summary>
internal sealed class HostNamespace() : PodRule(new(
    "k8s-host-namespace", "Pods share a namespace of the node", Severity.High, "CIS Kubernetes 5.2.3, 5.2.4, 5.2.5",
    "They see the node's processes, memory or network, and what listens on it for the node alone.",
    "Remove 'hostNetwork', 'hostPID' and 'hostIPC'."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(PodTemplate pod) =>
        ((string[])["hostNetwork", "hostPID", "hostIPC"]).Where(key => pod.Spec.TrueAt(key)).Select(key => pod.At(key, $"{key}: {Facts.Reason}"));
}
