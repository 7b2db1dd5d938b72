using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A role of the whole cluster's reads secrets.</summary>
internal sealed class RbacSecrets() : RoleRule(new(
    "k8s-rbac-secrets", "A role can read every secret of the cluster", Severity.Medium, "CIS Kubernetes 5.1.2",
    "Among the secrets are keys with more rights than the role itself.",
    "Use a Role of one namespace, with 'resourceNames'."))
{
    /// <inheritdoc />
    protected override bool Breaks(ManifestObject role, MapNode rule) =>
        role.Kind == "ClusterRole" && Has(rule, "resources", "secrets") && Has(rule, "verbs", "get", "list", "watch", "*") && rule.Find("resourceNames") is null;
}
