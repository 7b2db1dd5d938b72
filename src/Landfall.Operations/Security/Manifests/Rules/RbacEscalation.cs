using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A role can give itself more rights.</summary>
internal sealed class RbacEscalation() : RoleRule(new(
    "k8s-rbac-escalation", "A role can give itself more rights", Severity.High, "CIS Kubernetes 5.1.8",
    "Who may bind, escalate, impersonate or run commands in pods has, in the end, the rights of others.",
    "Remove these verbs and resources from the role."))
{
    /// <inheritdoc />
    protected override bool Breaks(ManifestObject role, MapNode rule) =>
        Has(rule, "verbs", "bind", "escalate", "impersonate")
        || (Has(rule, "resources", "serviceaccounts/token", "pods/*", "persistentvolumes") && Has(rule, "verbs", "create", "*"))
        || (Has(rule, "resources", "certificatesigningrequests/approval", "validatingwebhookconfigurations", "mutatingwebhookconfigurations") && Has(rule, "verbs", "create", "update", "patch", "*"))
        || (Has(rule, "resources", "pods/exec", "pods/attach", "nodes/proxy") && Has(rule, "verbs", "create", "get", "*"));
}
