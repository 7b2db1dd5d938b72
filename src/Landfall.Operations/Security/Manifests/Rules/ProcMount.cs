using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>The kernel's files are not masked.</summary>
internal sealed class ProcMount() : ContainerRule(new(
    "k8s-proc-mount", "A container sees the kernel's files unmasked", Severity.High, "NSA/CISA Kubernetes Hardening Guidance: pod security",
    "Files below /proc that change the node's kernel are hidden from containers for a reason.",
    "Remove 'procMount: Unmasked'."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(Container container) =>
        container.Body.TextAt("securityContext.procMount") == "Unmasked" ? [container.At("securityContext.procMount")] : [];
}
