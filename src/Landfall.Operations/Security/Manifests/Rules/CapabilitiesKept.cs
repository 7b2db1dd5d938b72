using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A container keeps capabilities that it was not given.</summary>
internal sealed class CapabilitiesKept() : ContainerRule(new(
    "k8s-capabilities-kept", "A container keeps the runtime's capabilities", Severity.Low, "CIS Kubernetes 5.2.10",
    "Among what a runtime gives by default is NET_RAW, with which a container can answer in another's place.",
    "Set 'securityContext.capabilities: { drop: [ALL] }', and add those that are needed."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(Container container) =>
        container.Body.TextsAt("securityContext.capabilities.drop").Any(name => name.Equals("ALL", StringComparison.OrdinalIgnoreCase)) ? [] : [container.At("securityContext.capabilities.drop")];
}
