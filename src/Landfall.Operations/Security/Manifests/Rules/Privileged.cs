using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A privileged container.</summary>
internal sealed class Privileged() : ContainerRule(new(
    "k8s-privileged", "A container is privileged", Severity.Critical, "CIS Kubernetes 5.2.2",
    "A privileged container has the host's devices and all of its kernel's rights: who breaks into it has the node.",
    "Remove 'privileged: true', and add the one capability that is needed."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(Container container) =>
        container.Body.TrueAt("securityContext.privileged") ? [container.At("securityContext.privileged")] : [];
}
