using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A role allows everything.</summary>
internal sealed class RbacWildcard() : RoleRule(new(
    "k8s-rbac-wildcard", "A role allows every resource or every verb", Severity.High, "CIS Kubernetes 5.1.3",
    "It allows also what nobody has thought of yet: every kind and verb that is added later.",
    "List the resources and verbs that are needed."))
{
    /// <inheritdoc />
    protected override bool Breaks(ManifestObject role, MapNode rule) => Has(rule, "resources", "*") || Has(rule, "verbs", "*");
}
