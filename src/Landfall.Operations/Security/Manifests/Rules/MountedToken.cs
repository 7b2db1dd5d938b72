using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A key to the cluster's API is in every container.</summary>
internal sealed class MountedToken() : ManifestRule(new(
    "k8s-mounted-token", "A key to the cluster's API is in every container", Severity.Low, "CIS Kubernetes 5.1.6",
    "Who breaks into the program can ask the API with it; most programs never do.",
    "Set 'automountServiceAccountToken: false' on the pods, or on their service account."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(ManifestSet set)
    {
        var without = set.Objects.Where(one => one.Kind == "ServiceAccount" && one.Root.FalseAt("automountServiceAccountToken")).Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        return set.Objects.Select(one => one.Pod).OfType<PodTemplate>()
            .Where(pod => pod.Spec.At("automountServiceAccountToken") is { } says ? NodeReading.IsTrue(says) : !without.Contains(pod.Spec.TextAt("serviceAccountName") ?? pod.Spec.TextAt("serviceAccount") ?? "default"))
            .Select(pod => pod.At("automountServiceAccountToken").FixedBy(Fix(pod)))
            .Concat(set.Objects.Where(one => one.Kind == "ServiceAccount" && one.Root.TrueAt("automountServiceAccountToken")).Select(one => one.At("automountServiceAccountToken")));
    }

    // The account that every pod has by default was given no rights; one that is named has some, and its pod may use them.
    private static IReadOnlyList<Edit> Fix(PodTemplate pod) =>
        pod.Spec.At("automountServiceAccountToken") is null && (pod.Spec.TextAt("serviceAccountName") ?? pod.Spec.TextAt("serviceAccount") ?? "default") == "default"
            ? [new SetValue(pod.Spec, "automountServiceAccountToken", false)] : [];
}
