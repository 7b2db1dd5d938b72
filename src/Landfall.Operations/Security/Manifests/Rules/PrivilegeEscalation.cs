using Landfall.Operations.Editing;
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
        container.Body.FalseAt("securityContext.allowPrivilegeEscalation") ? [] : [container.At("securityContext.allowPrivilegeEscalation").FixedBy(Fix(container))];

    // The API refuses false for a container that is privileged, or has CAP_SYS_ADMIN
    // (https://kubernetes.io/docs/tasks/configure-pod-container/security-context/).
    private static IReadOnlyList<Edit> Fix(Container container) =>
        container.Body.TrueAt("securityContext.privileged") || container.Body.TextsAt("securityContext.capabilities.add").Any(name => name.EndsWith("SYS_ADMIN", StringComparison.OrdinalIgnoreCase) || name.Equals("ALL", StringComparison.OrdinalIgnoreCase))
            ? [] : [new SetValue(container.Body, "securityContext.allowPrivilegeEscalation", false)];
}
