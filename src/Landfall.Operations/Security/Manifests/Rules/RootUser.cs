using Landfall.Operations.Editing;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A container that runs as user 0.</summary>
internal sealed class RootUser() : ContainerRule(new(
    "k8s-root-user", "A container runs as root", Severity.High, "CIS Kubernetes 5.2.7",
    "Who breaks into a program that runs as root owns its container, and is nearer to the node.",
    "Set 'runAsUser' to a user of the image that is not 0, and 'runAsNonRoot: true'."))
{
    // Above 10000, where hosts have no users of their own (CIS and the NSA's guide ask for that).
    private const int Unprivileged = 10001;

    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(Container container) =>
        container.User != "0" ? []
        : container.At("securityContext.runAsUser") is var spot && container.Body.Find("securityContext") is not null ? [spot.FixedBy(Fix(container))]
        : [(container.Pod.At("securityContext.runAsUser") with { Resource = container.Label }).FixedBy(Fix(container))];

    private static SetValue Fix(Container container) => new(container.Body, "securityContext.runAsUser", Unprivileged);
}
