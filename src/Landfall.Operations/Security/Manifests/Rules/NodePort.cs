using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A service opens a port on every node.</summary>
internal sealed class NodePort() : ObjectRule(new(
    "k8s-node-port", "A service opens a port on every node", Severity.Low, "NSA/CISA Kubernetes Hardening Guidance: network separation and hardening",
    "The port is open wherever a node can be reached, past the load balancer.",
    "Use ClusterIP behind an ingress or a load balancer."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(ManifestObject one) => one.Kind == "Service" && one.Root.TextAt("spec.type") == "NodePort" ? [one.At("spec.type")] : [];
}
