using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>The service account that every pod has by default is given rights.</summary>
internal sealed class DefaultAccountBound() : ObjectRule(new(
    "k8s-default-account-bound", "The default service account is given rights", Severity.Medium, "CIS Kubernetes 5.1.5",
    "Every pod that names no other has them too.",
    "Make a service account for the program that needs them."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(ManifestObject one) =>
        one.Kind is "ClusterRoleBinding" or "RoleBinding"
            ? one.Root.ListAt("subjects").Where(subject => subject.TextAt("kind") == "ServiceAccount" && subject.TextAt("name") == "default").Select(subject => new Spot(subject.Mark.Line, one.Label))
            : [];
}
