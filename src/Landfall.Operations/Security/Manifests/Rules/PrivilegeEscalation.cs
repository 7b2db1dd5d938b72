using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A program may gain rights that its parent does not have.</summary>
internal sealed class PrivilegeEscalation() : ContainerRule(new(
    "k8s-privilege-escalation", "A container's programs may gain more rights", Severity.Medium, "CIS Kubernetes 5.2.6",
    "A program with the set-uid bit makes root of another user, unless the kernel is told not to allow it.",
    "Set 'securityContext.allowPrivilegeEscalation: false'."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(Container container) =>
        container.Body.FalseAt("securityContext.allowPrivilegeEscalation") ? [] : [container.At("securityContext.allowPrivilegeEscalation")];
}
