using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>Somebody is made administrator of the cluster.</summary>
internal sealed class ClusterAdmin() : ObjectRule(new(
    "k8s-cluster-admin", "Somebody is given cluster-admin", Severity.High, "CIS Kubernetes 5.1.1",
    "It allows everything on every resource; a program that is broken into gives all of it away.",
    "Bind a role that has only what is needed."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(ManifestObject one) =>
        one.Kind is "ClusterRoleBinding" or "RoleBinding" && one.Root.TextAt("roleRef.name") == "cluster-admin" && one.Root.TextAt("roleRef.kind") is "ClusterRole" or null ? [one.At("roleRef.name")] : [];
}
