using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Operations.Editing;
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
        container.Body.TextsAt("securityContext.capabilities.drop").Any(name => name.Equals("ALL", StringComparison.OrdinalIgnoreCase)) ? [] : [container.At("securityContext.capabilities.drop").FixedBy(Fix(container))];

    // A port below 1024 takes NET_BIND_SERVICE, the one capability that the restricted standard lets containers keep
    // (https://kubernetes.io/docs/concepts/security/pod-security-standards/).
    private static SetValue Fix(Container container)
    {
        var binds = container.Body.ListAt("ports").Any(port => int.TryParse(port.TextAt("containerPort"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1024);
        if (!binds || container.Body.At("securityContext.capabilities") is not null)
            return new SetValue(container.Body, "securityContext.capabilities.drop", new JsonArray("ALL"));
        return new SetValue(container.Body, "securityContext.capabilities", new JsonObject { ["drop"] = new JsonArray("ALL"), ["add"] = new JsonArray("NET_BIND_SERVICE") });
    }
}
