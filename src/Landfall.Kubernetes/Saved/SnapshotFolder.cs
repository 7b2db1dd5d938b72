using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using Landfall.Kubernetes.Kubectl;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Saved;

/// <summary>
/// Reads a snapshot from a folder: a recorded incident (<see cref="IncidentFolder"/>), or what <c>kubectl get -o json|yaml</c>,
/// <c>kubectl cluster-info dump</c> or must-gather wrote, in whatever folders, with logs beside it.
/// </summary>
internal sealed class SnapshotFolder
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly List<string> _unread = [];

    /// <summary>Files that could not be read, each with why.</summary>
    public IReadOnlyList<string> Unread => _unread;

    public ClusterSnapshot Read(string folder)
    {
        if (File.Exists(Path.Combine(folder, IncidentFolder.StateFile)))
            return new IncidentFolder(folder).Read();
        var files = Directory.EnumerateFiles(folder, "*", Everything).Order(StringComparer.Ordinal).ToList();
        var found = files.Where(file => Path.GetExtension(file) is ".json" or ".yaml" or ".yml").SelectMany(file => Objects(folder, file)).ToList();
        var objects = found.Where(one => one.Object is not null).ToLookup(one => one.Kind, one => one.Object!);
        var pods = Of<V1Pod>(objects, "Pod");
        return new ClusterSnapshot
        {
            // Of one namespace alone somebody saved its pods, not the cluster's: what they leave of a node is not known.
            KindsRead = found.Select(one => one.Kind).Where(kind => kind != "Pod" || pods.Select(pod => pod.Metadata?.NamespaceProperty).Distinct().Skip(1).Any()).ToHashSet(),
            Pods = pods,
            Deployments = Of<V1Deployment>(objects, "Deployment"),
            StatefulSets = Of<V1StatefulSet>(objects, "StatefulSet"),
            DaemonSets = Of<V1DaemonSet>(objects, "DaemonSet"),
            Jobs = Of<V1Job>(objects, "Job"),
            CronJobs = Of<V1CronJob>(objects, "CronJob"),
            Autoscalers = Of<V2HorizontalPodAutoscaler>(objects, "HorizontalPodAutoscaler"),
            DisruptionBudgets = Of<V1PodDisruptionBudget>(objects, "PodDisruptionBudget"),
            NetworkPolicies = Of<V1NetworkPolicy>(objects, "NetworkPolicy"),
            Services = Of<V1Service>(objects, "Service"),
            Ingresses = Of<V1Ingress>(objects, "Ingress"),
            ConfigMaps = Of<V1ConfigMap>(objects, "ConfigMap"),
            Secrets = Of<V1Secret>(objects, "Secret"),
            ServiceAccounts = Of<V1ServiceAccount>(objects, "ServiceAccount"),
            Claims = Of<V1PersistentVolumeClaim>(objects, "PersistentVolumeClaim"),
            Volumes = Of<V1PersistentVolume>(objects, "PersistentVolume"),
            StorageClasses = Of<V1StorageClass>(objects, "StorageClass"),
            Quotas = Of<V1ResourceQuota>(objects, "ResourceQuota"),
            Nodes = Of<V1Node>(objects, "Node"),
            Events = [.. Of<Corev1Event>(objects, "Event").OrderBy(e => e.LastTimestamp ?? e.EventTime ?? e.Metadata?.CreationTimestamp)],
            Logs = SavedLogs.Read(folder, files, pods),
        };
    }

    private List<(string Kind, JsonObject? Object)> Objects(string folder, string file)
    {
        try
        {
            return [.. SavedObjects.Read(file)];
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            _unread.Add($"{Path.GetRelativePath(folder, file)}: {e.Message}");
            return [];
        }
    }

    private List<T> Of<T>(ILookup<string, JsonObject> objects, string kind)
        where T : class, IMetadata<V1ObjectMeta>
    {
        var read = new List<T>();
        foreach (var node in objects[kind])
        {
            try
            {
                var one = KubernetesJson.Deserialize<T>(node.ToJsonString());
                if (one.Metadata?.Name is not null)
                    read.Add(one);
            }
            catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or NotSupportedException)
            {
                _unread.Add($"{kind} {node["metadata"]?["name"]}: {e.Message.ReplaceLineEndings(" ")}");
            }
        }
        return read;
    }
}
