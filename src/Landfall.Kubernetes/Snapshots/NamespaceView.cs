using k8s.Models;
using Landfall.Kubernetes.Diagnosis.Scheduling;

namespace Landfall.Kubernetes.Snapshots;

/// <summary>Looks at one namespace of a snapshot at a time: names repeat across namespaces, and a service is asked for by its own first.</summary>
internal static class NamespaceView
{
    /// <summary>The namespaces in which something runs, in the order of their names.</summary>
    public static IReadOnlyList<string> Namespaces(ClusterSnapshot snapshot) =>
    [
        .. snapshot.Pods.Select(pod => pod.Metadata.NamespaceProperty)
            .Concat(snapshot.Deployments.Select(one => one.Metadata.NamespaceProperty))
            .Concat(snapshot.StatefulSets.Select(one => one.Metadata.NamespaceProperty))
            .Concat(snapshot.Services.Select(one => one.Metadata.NamespaceProperty))
            .OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The snapshot with what belongs to the namespace or to none.</summary>
    public static ClusterSnapshot In(ClusterSnapshot snapshot, string space) => snapshot with
    {
        Namespace = space,
        Requested = snapshot.Requested.Count > 0 ? snapshot.Requested : NodeFit.GivenAway(snapshot),
        Pods = Of(snapshot.Pods, space),
        Deployments = Of(snapshot.Deployments, space),
        StatefulSets = Of(snapshot.StatefulSets, space),
        DaemonSets = Of(snapshot.DaemonSets, space),
        Jobs = Of(snapshot.Jobs, space),
        CronJobs = Of(snapshot.CronJobs, space),
        Autoscalers = Of(snapshot.Autoscalers, space),
        DisruptionBudgets = Of(snapshot.DisruptionBudgets, space),
        NetworkPolicies = Of(snapshot.NetworkPolicies, space),
        Services = Of(snapshot.Services, space),
        Ingresses = Of(snapshot.Ingresses, space),
        ConfigMaps = Of(snapshot.ConfigMaps, space),
        Secrets = Of(snapshot.Secrets, space),
        ServiceAccounts = Of(snapshot.ServiceAccounts, space),
        Claims = Of(snapshot.Claims, space),
        Quotas = Of(snapshot.Quotas, space),
        Events = [.. snapshot.Events.Where(e => (e.InvolvedObject?.NamespaceProperty ?? e.Metadata?.NamespaceProperty ?? space) == space)],
    };

    private static IReadOnlyList<T> Of<T>(IReadOnlyList<T> objects, string space)
        where T : IMetadata<V1ObjectMeta> => [.. objects.Where(one => (one.Metadata.NamespaceProperty ?? space) == space)];
}
