using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A role can start pods.</summary>
internal sealed class RbacCreatePods() : RoleRule(new(
    "k8s-rbac-create-pods", "A role can start pods", Severity.Medium, "CIS Kubernetes 5.1.4",
    "A pod may have any service account of its namespace, and mount its secrets.",
    "Leave it to a controller, or give it in a namespace that has nothing else."))
{
    /// <inheritdoc />
    protected override bool Breaks(ManifestObject role, MapNode rule) => Has(rule, "resources", "pods") && Has(rule, "verbs", "create", "*");
}
