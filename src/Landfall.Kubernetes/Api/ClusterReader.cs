using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Api;

/// <summary>Reads a snapshot from an API server. What it may not read is said, and no rule says of its kind that something is missing.</summary>
internal sealed class ClusterReader(IKubernetes client)
{
    // Pages keep the answer of a large cluster from being one piece; kubectl asks for as many.
    private const int Page = 500;

    // Of each container that does not run well, its last lines.
    private const int LogLines = 200;

    private readonly HashSet<string> _read = [];
    private readonly List<string> _unread = [];

    /// <summary>What could not be read, each with why.</summary>
    public IReadOnlyList<string> Unread => _unread;

    /// <param name="space">The namespace to read, or null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ClusterSnapshot> ReadAsync(string? space, CancellationToken cancellation)
    {
        var (core, apps) = (client.CoreV1, client.AppsV1);
        var pods = await All<V1PodList, V1Pod>("Pod", next => core.ListPodForAllNamespacesAsync(continueParameter: next, limit: Page, cancellationToken: cancellation));
        var snapshot = new ClusterSnapshot
        {
            Pods = pods,
            Deployments = await All<V1DeploymentList, V1Deployment>("Deployment", next => apps.ListDeploymentForAllNamespacesAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            StatefulSets = await All<V1StatefulSetList, V1StatefulSet>("StatefulSet", next => apps.ListStatefulSetForAllNamespacesAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            DaemonSets = await All<V1DaemonSetList, V1DaemonSet>("DaemonSet", next => apps.ListDaemonSetForAllNamespacesAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            Jobs = await All<V1JobList, V1Job>("Job", next => client.BatchV1.ListJobForAllNamespacesAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            Services = await All<V1ServiceList, V1Service>("Service", next => core.ListServiceForAllNamespacesAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            Ingresses = await All<V1IngressList, V1Ingress>("Ingress", next => client.NetworkingV1.ListIngressForAllNamespacesAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            ConfigMaps = await All<V1ConfigMapList, V1ConfigMap>("ConfigMap", next => core.ListConfigMapForAllNamespacesAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            Secrets = await All<V1SecretList, V1Secret>("Secret", next => NamesOfSecretsAsync(next, cancellation)),
            ServiceAccounts = await All<V1ServiceAccountList, V1ServiceAccount>("ServiceAccount", next => core.ListServiceAccountForAllNamespacesAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            Claims = await All<V1PersistentVolumeClaimList, V1PersistentVolumeClaim>("PersistentVolumeClaim", next => core.ListPersistentVolumeClaimForAllNamespacesAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            Volumes = await All<V1PersistentVolumeList, V1PersistentVolume>("PersistentVolume", next => core.ListPersistentVolumeAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            StorageClasses = await All<V1StorageClassList, V1StorageClass>("StorageClass", next => client.StorageV1.ListStorageClassAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            Quotas = await All<V1ResourceQuotaList, V1ResourceQuota>("ResourceQuota", next => core.ListResourceQuotaForAllNamespacesAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            Nodes = await All<V1NodeList, V1Node>("Node", next => core.ListNodeAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)),
            Events = [.. (await All<Corev1EventList, Corev1Event>("Event", next => core.ListEventForAllNamespacesAsync(continueParameter: next, limit: Page, cancellationToken: cancellation)))
                .OrderBy(found => found.LastTimestamp ?? found.EventTime ?? found.Metadata.CreationTimestamp)],
            KindsRead = _read,
        };
        return snapshot with { Logs = await LogsAsync(pods.Where(pod => space is null || pod.Metadata.NamespaceProperty == space), cancellation).ConfigureAwait(false) };
    }

    // That a secret exists is all that rules ask: its values never leave the API server.
    private async Task<V1SecretList> NamesOfSecretsAsync(string? next, CancellationToken cancellation)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>> { ["Accept"] = ["application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1"] };
        using var answer = await client.CoreV1.ListSecretForAllNamespacesWithHttpMessagesAsync(continueParameter: next, limit: Page, customHeaders: headers, cancellationToken: cancellation).ConfigureAwait(false);
        return answer.Body;
    }

    private async Task<IReadOnlyList<TItem>> All<TList, TItem>(string kind, Func<string?, Task<TList>> list)
        where TList : IItems<TItem>, IKubernetesObject<V1ListMeta>
    {
        var all = new List<TItem>();
        try
        {
            string? next = null;
            do
            {
                var page = await list(next).ConfigureAwait(false);
                all.AddRange(page.Items);
                next = page.Metadata?.ContinueProperty;
            }
            while (!string.IsNullOrEmpty(next));
            _read.Add(kind);
        }
        catch (HttpOperationException e) when (e.Response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
        {
            _unread.Add(e.Response.StatusCode == HttpStatusCode.Forbidden ? $"{kind}: you may not list them" : $"{kind}: this API server has no such version of them");
        }
        return all;
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> LogsAsync(IEnumerable<V1Pod> pods, CancellationToken cancellation)
    {
        var logs = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var pod in pods)
        {
            foreach (var status in (pod.Status?.ContainerStatuses ?? []).Where(status => !status.Ready || status.RestartCount > 0))
            {
                var workload = Diagnosis.WorkloadList.NameOf(pod);
                var lines = await LogAsync(pod, status, cancellation).ConfigureAwait(false);
                logs[workload] = [.. logs.GetValueOrDefault(workload) ?? [], .. lines];
            }
        }
        return logs;
    }

    // What it said before it ended counts, where it ended.
    private async Task<IReadOnlyList<string>> LogAsync(V1Pod pod, V1ContainerStatus status, CancellationToken cancellation)
    {
        try
        {
            using var stream = await client.CoreV1.ReadNamespacedPodLogAsync(
                pod.Metadata.Name, pod.Metadata.NamespaceProperty, container: status.Name, previous: status.State?.Running is null && status.RestartCount > 0, tailLines: LogLines, cancellationToken: cancellation).ConfigureAwait(false);
            using var reader = new StreamReader(stream);
            return (await reader.ReadToEndAsync(cancellation).ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (HttpOperationException)
        {
            return []; // it never ran, or its node does not answer
        }
    }
}
