using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A container takes a port of the node.</summary>
internal sealed class HostPort() : ContainerRule(new(
    "k8s-host-port", "A container takes a port of the node", Severity.Medium, "CIS Kubernetes 5.2.13",
    "The port is open wherever the node can be reached, past services and network policies.",
    "Remove 'hostPort', and use a Service."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(Container container) =>
        container.Body.ListAt("ports").Where(port => port.TextAt("hostPort") is not (null or "0"))
            .Select(port => new Spot(port.LineOf("hostPort", port.Mark.Line), container.Label));
}
