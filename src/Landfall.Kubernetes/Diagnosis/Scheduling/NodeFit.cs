using k8s.Models;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Diagnosis.Scheduling;

/// <summary>Whether a pod could be on a node, by the rules of the scheduler.</summary>
internal static class NodeFit
{
    /// <summary>The taint that a cordon sets; it is the cordon's doing and none of its own.</summary>
    private const string CordonTaint = "node.kubernetes.io/unschedulable";

    private static readonly string[] Resources = ["cpu", "memory"];

    public static bool MatchesSelector(V1PodSpec pod, V1Node node) =>
        pod.NodeSelector is not { } selector || Labels.Match(selector, NodeLabels(node));

    /// <summary>Of several terms one has to hold, of a term all its expressions.</summary>
    public static bool MatchesAffinity(V1PodSpec pod, V1Node node) =>
        pod.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms is not { Count: > 0 } terms
        || terms.Any(term => (term.MatchExpressions ?? []).All(e => Labels.Satisfies(e.OperatorProperty, e.Key, e.Values, NodeLabels(node)))
            && (term.MatchFields ?? []).All(e => Labels.Satisfies(e.OperatorProperty, e.Key, e.Values, new Dictionary<string, string> { ["metadata.name"] = node.Metadata.Name })));

    public static bool IsCordoned(V1Node node) => node.Spec?.Unschedulable == true;

    /// <summary>The first taint that keeps the pod away, or null.</summary>
    public static V1Taint? Untolerated(V1PodSpec pod, V1Node node) => (node.Spec?.Taints ?? [])
        .FirstOrDefault(taint => taint.Effect is "NoSchedule" or "NoExecute" && taint.Key != CordonTaint && !(pod.Tolerations ?? []).Any(toleration => Tolerates(toleration, taint)));

    /// <summary>What the pod's containers ask for together; of containers that start before it the largest counts.</summary>
    public static decimal Requested(V1PodSpec pod, string resource)
    {
        var together = (pod.Containers ?? []).Sum(container => Amount(container, resource));
        var before = (pod.InitContainers ?? []).Select(container => Amount(container, resource)).DefaultIfEmpty().Max();
        return Math.Max(together, before);
    }

    /// <summary>What is left of the node for one more pod, or null where the node does not say what it has.</summary>
    public static decimal? Free(Cluster cluster, V1Node node, string resource)
    {
        if (node.Status?.Allocatable is not { } all || !all.TryGetValue(resource, out var has))
            return null;
        var given = cluster.Snapshot.Requested.GetValueOrDefault(node.Metadata.Name);
        return has.ToDecimal() - (given?.TryGetValue(resource, out var taken) == true ? taken.ToDecimal() : 0);
    }

    /// <summary>What the pods that are on each node ask for together, CPU and memory.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, ResourceQuantity>> GivenAway(ClusterSnapshot snapshot) => snapshot.Pods
        .Where(pod => pod.Spec?.NodeName is not null && pod.Status?.Phase is not ("Succeeded" or "Failed"))
        .GroupBy(pod => pod.Spec.NodeName)
        .ToDictionary(
            node => node.Key,
            node => (IReadOnlyDictionary<string, ResourceQuantity>)Resources.ToDictionary(resource => resource, resource => Quantity(node.Sum(pod => Requested(pod.Spec, resource)))));

    private static ResourceQuantity Quantity(decimal amount) => new(amount, 0, ResourceQuantity.SuffixFormat.DecimalSI);

    // Every kubelet sets the label of its host's name, which is the node's unless somebody chose otherwise.
    private static Dictionary<string, string> NodeLabels(V1Node node)
    {
        var labels = new Dictionary<string, string>(node.Metadata.Labels ?? new Dictionary<string, string>());
        labels.TryAdd("kubernetes.io/hostname", node.Metadata.Name);
        return labels;
    }

    // A limit without a request is a request too.
    private static decimal Amount(V1Container container, string resource) =>
        container.Resources?.Requests?.TryGetValue(resource, out var request) == true ? request.ToDecimal()
        : container.Resources?.Limits?.TryGetValue(resource, out var limit) == true ? limit.ToDecimal()
        : 0;

    private static bool Tolerates(V1Toleration toleration, V1Taint taint) =>
        (string.IsNullOrEmpty(toleration.Effect) || toleration.Effect == taint.Effect)
        && (string.IsNullOrEmpty(toleration.Key) ? toleration.OperatorProperty == "Exists" : toleration.Key == taint.Key)
        && (toleration.OperatorProperty == "Exists" || (toleration.Value ?? "") == (taint.Value ?? ""));
}
