using Landfall.Operations.Editing;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>System calls are not filtered.</summary>
internal sealed class Seccomp() : ContainerRule(new(
    "k8s-seccomp", "A container's system calls are not filtered", Severity.Low, "CIS Kubernetes 5.7.2",
    "A hole in a call of the kernel's that the program never makes is open to who breaks into it.",
    "Set 'securityContext.seccompProfile: { type: RuntimeDefault }'."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(Container container) =>
        container.Seccomp is "RuntimeDefault" or "Localhost" ? [] : [container.Seccomp is null ? Spot(container).FixedBy(new SetValue(container.Body, "securityContext.seccompProfile.type", "RuntimeDefault")) : Spot(container)];

    private static Spot Spot(Container container) => container.At("securityContext.seccompProfile.type");
}
