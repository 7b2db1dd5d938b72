using k8s.Models;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Diagnosis;

/// <summary>Finds the workloads of a snapshot, and the pods of each.</summary>
internal static class WorkloadList
{
    public static IEnumerable<Workload> Of(ClusterSnapshot snapshot)
    {
        var pods = snapshot.Pods.Where(pod => snapshot.Namespace is null || pod.Metadata.NamespaceProperty is null || pod.Metadata.NamespaceProperty == snapshot.Namespace)
            .ToLookup(OwnerName);
        var known = new HashSet<(string?, string)>();
        foreach (var workload in Declared(snapshot))
        {
            known.Add((workload.Space, workload.Name));
            yield return new Workload(workload.Kind, workload.Name, workload.Replicas, Labels.Of(workload.Template?.Metadata), workload.Template?.Spec ?? new V1PodSpec(),
                [.. pods[(workload.Space, workload.Name)].Concat(workload.Space is null ? [] : pods[(null, workload.Name)])]);
        }
        foreach (var group in pods.Where(group => !known.Contains(group.Key) && !known.Any(other => other.Item2 == group.Key.Name && (other.Item1 is null || group.Key.Space is null))))
        {
            var first = group.First();
            yield return new Workload(first.Metadata.OwnerReferences?.FirstOrDefault()?.Kind ?? "Pod", group.Key.Name, null, Labels.Of(first.Metadata), first.Spec, [.. group]);
        }
    }

    private static IEnumerable<(string Kind, string? Space, string Name, int? Replicas, V1PodTemplateSpec? Template)> Declared(ClusterSnapshot snapshot)
    {
        foreach (var d in snapshot.Deployments.Where(d => IsWanted(d.Metadata, snapshot)))
            yield return ("Deployment", d.Metadata.NamespaceProperty, d.Metadata.Name, d.Spec?.Replicas ?? 1, d.Spec?.Template);
        foreach (var s in snapshot.StatefulSets.Where(s => IsWanted(s.Metadata, snapshot)))
            yield return ("StatefulSet", s.Metadata.NamespaceProperty, s.Metadata.Name, s.Spec?.Replicas ?? 1, s.Spec?.Template);
        foreach (var d in snapshot.DaemonSets.Where(d => IsWanted(d.Metadata, snapshot)))
            yield return ("DaemonSet", d.Metadata.NamespaceProperty, d.Metadata.Name, d.Status?.DesiredNumberScheduled, d.Spec?.Template);
        foreach (var j in snapshot.Jobs.Where(j => IsWanted(j.Metadata, snapshot)))
            yield return ("Job", j.Metadata.NamespaceProperty, j.Metadata.Name, j.Spec?.Completions ?? 1, j.Spec?.Template);
    }

    private static bool IsWanted(V1ObjectMeta metadata, ClusterSnapshot snapshot) =>
        snapshot.Namespace is null || metadata.NamespaceProperty is null || metadata.NamespaceProperty == snapshot.Namespace;

    /// <summary>The name of the workload that keeps a pod running: a replica set's is its deployment's and a hash of the template.</summary>
    public static string NameOf(V1Pod pod)
    {
        var owner = pod.Metadata.OwnerReferences?.FirstOrDefault();
        var name = owner?.Name ?? pod.Metadata.Name;
        return owner?.Kind == "ReplicaSet" && name.LastIndexOf('-') is > 0 and var at ? name[..at] : name;
    }

    private static (string? Space, string Name) OwnerName(V1Pod pod) => (pod.Metadata.NamespaceProperty, NameOf(pod));
}
