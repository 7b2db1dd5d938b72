using Landfall.Operations.Editing;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>Nothing keeps a container from running as root.</summary>
internal sealed class MayBeRoot() : ContainerRule(new(
    "k8s-may-be-root", "Nothing keeps a container from running as root", Severity.Medium, "CIS Kubernetes 5.2.7",
    "The image decides, and most images begin as root.",
    "Set 'securityContext.runAsNonRoot: true'."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(Container container) =>
        container.IsNeverRoot || container.User is not null ? [] : [container.At("securityContext.runAsNonRoot").FixedBy(new SetValue(container.Body, "securityContext.runAsNonRoot", true))];
}
