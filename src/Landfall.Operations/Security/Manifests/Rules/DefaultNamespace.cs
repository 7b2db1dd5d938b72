using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>An object goes into the default namespace.</summary>
internal sealed class DefaultNamespace() : ObjectRule(new(
    "k8s-default-namespace", "An object goes into the default namespace", Severity.Low, "CIS Kubernetes 5.7.4",
    "Rights, quotas and network policies are given by namespace; in 'default' everything lies together.",
    "Set 'metadata.namespace'."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(ManifestObject one) =>
        (one.Pod is not null || one.Kind is "Service" or "Ingress" or "Secret" or "ConfigMap" or "Role" or "RoleBinding" or "ServiceAccount") && one.Root.TextAt("metadata.namespace") is null or "default"
            ? [one.At("metadata.namespace")] : [];
}
