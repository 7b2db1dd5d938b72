using k8s.Models;

namespace Landfall.Kubernetes.Snapshots;

/// <summary>
/// What was read of a cluster at one moment: objects as the API server has them, and what people collect beside them. What was not read
/// is not in <see cref="KindsRead"/>; only of a kind that was read may a rule say that an object does not exist.
/// </summary>
internal sealed record ClusterSnapshot
{
    /// <summary>The namespace that the question is about, or null where it is about all that were read.</summary>
    public string? Namespace { get; init; }

    /// <summary>The kinds of object of which all were read, such as <c>Secret</c>.</summary>
    public IReadOnlySet<string> KindsRead { get; init; } = new HashSet<string>();

    public IReadOnlyList<V1Pod> Pods { get; init; } = [];
    public IReadOnlyList<V1Deployment> Deployments { get; init; } = [];
    public IReadOnlyList<V1StatefulSet> StatefulSets { get; init; } = [];
    public IReadOnlyList<V1DaemonSet> DaemonSets { get; init; } = [];
    public IReadOnlyList<V1Job> Jobs { get; init; } = [];
    public IReadOnlyList<V1CronJob> CronJobs { get; init; } = [];
    public IReadOnlyList<V2HorizontalPodAutoscaler> Autoscalers { get; init; } = [];
    public IReadOnlyList<V1PodDisruptionBudget> DisruptionBudgets { get; init; } = [];
    public IReadOnlyList<V1NetworkPolicy> NetworkPolicies { get; init; } = [];
    public IReadOnlyList<V1Service> Services { get; init; } = [];
    public IReadOnlyList<V1Ingress> Ingresses { get; init; } = [];
    public IReadOnlyList<V1ConfigMap> ConfigMaps { get; init; } = [];
    public IReadOnlyList<V1Secret> Secrets { get; init; } = [];
    public IReadOnlyList<V1ServiceAccount> ServiceAccounts { get; init; } = [];
    public IReadOnlyList<V1PersistentVolumeClaim> Claims { get; init; } = [];
    public IReadOnlyList<V1PersistentVolume> Volumes { get; init; } = [];
    public IReadOnlyList<V1StorageClass> StorageClasses { get; init; } = [];
    public IReadOnlyList<V1ResourceQuota> Quotas { get; init; } = [];
    public IReadOnlyList<V1Node> Nodes { get; init; } = [];
    public IReadOnlyList<Corev1Event> Events { get; init; } = [];

    /// <summary>What the scheduler has given away of each node, by resource, pods of other namespaces included.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, ResourceQuantity>> Requested { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, ResourceQuantity>>();

    /// <summary>Objects as somebody applied them, which the API server may have refused: a service that no quota lets be made is here alone.</summary>
    public IReadOnlyList<k8s.IKubernetesObject<V1ObjectMeta>> Applied { get; init; } = [];

    /// <summary>What a node's service manager says of the programs that make it a node.</summary>
    public IReadOnlyList<NodeService> NodeServices { get; init; } = [];

    /// <summary>Attempts to connect to services from inside the cluster.</summary>
    public IReadOnlyList<ConnectionAttempt> Connections { get; init; } = [];

    /// <summary>Which workload calls which, where somebody drew it.</summary>
    public IReadOnlyList<(string Caller, string Called)> Calls { get; init; } = [];

    /// <summary>Log lines by the name of the workload, oldest first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Logs { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What a monitoring system found to be out of the ordinary.</summary>
    public IReadOnlyList<ServiceAlert> Alerts { get; init; } = [];

    /// <summary>Series by name, such as <c>cart-cpu</c>; at equal steps, oldest first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Metrics { get; init; } = new Dictionary<string, IReadOnlyList<double>>();
}
