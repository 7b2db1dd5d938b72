using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A container's own files can be written.</summary>
internal sealed class WritableRoot() : ContainerRule(new(
    "k8s-writable-root", "A container can write to its own file system", Severity.Medium, "NSA/CISA Kubernetes Hardening Guidance: immutable container file systems",
    "An attacker can replace programs and leave tools behind.",
    "Set 'securityContext.readOnlyRootFilesystem: true', and mount an emptyDir where the program writes."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(Container container) =>
        container.Body.TrueAt("securityContext.readOnlyRootFilesystem") ? [] : [container.At("securityContext.readOnlyRootFilesystem")];
}
