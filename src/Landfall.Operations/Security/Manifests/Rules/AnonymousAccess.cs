using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>Somebody who has not signed in is given a role.</summary>
internal sealed class AnonymousAccess() : ObjectRule(new(
    "k8s-anonymous-access", "A role is given to people who have not signed in", Severity.Critical, "CIS Kubernetes 5.1.1",
    "Whoever reaches the cluster's API has it.",
    "Remove system:anonymous and system:unauthenticated from the subjects."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(ManifestObject one) =>
        one.Kind is not ("ClusterRoleBinding" or "RoleBinding") ? []
            : one.Root.ListAt("subjects").Where(s => s.TextAt("name") is "system:anonymous" or "system:unauthenticated").Select(s => new Spot(s.LineOf("name", s.Mark.Line), one.Label));
}
