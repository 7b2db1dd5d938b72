using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis;

/// <summary>What keeps a set of equal pods running.</summary>
/// <param name="Kind">Such as <c>Deployment</c>; <c>Pod</c> for one that nothing keeps running.</param>
/// <param name="Name">Its name.</param>
/// <param name="Replicas">How many pods are wanted, or null where the kind has no such number.</param>
/// <param name="Labels">The labels of its pods.</param>
/// <param name="Spec">What its pods are to be.</param>
/// <param name="Pods">Those that there are, finished ones too.</param>
internal sealed record Workload(string Kind, string Name, int? Replicas, IReadOnlyDictionary<string, string> Labels, V1PodSpec Spec, IReadOnlyList<V1Pod> Pods)
{
    public ClusterObject Object => ClusterObject.App(Name);

    /// <summary>Its name for kubectl, such as <c>deployment/cart</c>.</summary>
    public string Reference => $"{Kind.ToLowerInvariant()}/{Name}";

    public int Ready => Pods.Count(pod => pod.Status?.Phase == "Running" && pod.Status.ContainerStatuses is { Count: > 0 } all && all.All(container => container.Ready));

    /// <summary>How often its containers were started again.</summary>
    public int Restarts => Pods.Sum(pod => pod.Status?.ContainerStatuses?.Sum(container => container.RestartCount) ?? 0);

    /// <summary>Whether fewer pods serve than are wanted, or some keep ending.</summary>
    public bool IsAiling => Kind != "Job" && (Ready < (Replicas ?? Math.Max(Pods.Count, 1)) || Pods.Any(pod => pod.Status?.ContainerStatuses?.Any(c => c.State?.Waiting?.Reason == "CrashLoopBackOff") == true));

    /// <summary>What its pods are: the first one, or the template where there is no pod.</summary>
    public V1PodSpec PodSpec => Pods.FirstOrDefault()?.Spec ?? Spec;

    public IReadOnlyList<V1Container> Containers => [.. PodSpec.Containers ?? []];
}
