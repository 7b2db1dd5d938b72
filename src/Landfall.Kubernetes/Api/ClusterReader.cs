using k8s;
using k8s.Models;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Api;

/// <summary>
/// Reads a snapshot from an API server, all kinds at the same time. What it may not read is said, and no rule says of its kind that
/// something is missing.
/// </summary>
/// <param name="client">The server.</param>
internal sealed class ClusterReader(IKubernetes client)
{
    private readonly SortedSet<string> _read = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _unread = new(StringComparer.Ordinal);

    /// <summary>What could not be read, each with why, in the order of the kinds' names.</summary>
    public IReadOnlyCollection<string> Unread => _unread;

    /// <summary>Whether pods could be read, without which nothing can be said.</summary>
    public bool HasReadPods { get; private set; }

    /// <summary>Reads.</summary>
    /// <param name="space">
    /// The namespace to read, or null for all. Pods of others are read too, where that is allowed: they take room on the same nodes. A
    /// role in the one namespace is enough for the rest.
    /// </param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ClusterSnapshot> ReadAsync(string? space, CancellationToken cancellation)
    {
        var pods = PodsAsync(space, cancellation);
        var deployments = ListAsync<V1DeploymentList, V1Deployment>(space, cancellation);
        var statefulSets = ListAsync<V1StatefulSetList, V1StatefulSet>(space, cancellation);
        var daemonSets = ListAsync<V1DaemonSetList, V1DaemonSet>(space, cancellation);
        var jobs = ListAsync<V1JobList, V1Job>(space, cancellation);
        var cronJobs = ListAsync<V1CronJobList, V1CronJob>(space, cancellation, older: "v1beta1");
        var autoscalers = ListAsync<V2HorizontalPodAutoscalerList, V2HorizontalPodAutoscaler>(space, cancellation, older: "v2beta2");
        var budgets = ListAsync<V1PodDisruptionBudgetList, V1PodDisruptionBudget>(space, cancellation, older: "v1beta1");
        var policies = ListAsync<V1NetworkPolicyList, V1NetworkPolicy>(space, cancellation);
        var services = ListAsync<V1ServiceList, V1Service>(space, cancellation);
        var ingresses = ListAsync<V1IngressList, V1Ingress>(space, cancellation);
        var configMaps = ListAsync<V1ConfigMapList, V1ConfigMap>(space, cancellation);
        var secrets = ListAsync<V1SecretList, V1Secret>(space, cancellation, namesAlone: true);
        var accounts = ListAsync<V1ServiceAccountList, V1ServiceAccount>(space, cancellation);
        var claims = ListAsync<V1PersistentVolumeClaimList, V1PersistentVolumeClaim>(space, cancellation);
        var volumes = ListAsync<V1PersistentVolumeList, V1PersistentVolume>(null, cancellation);
        var classes = ListAsync<V1StorageClassList, V1StorageClass>(null, cancellation);
        var quotas = ListAsync<V1ResourceQuotaList, V1ResourceQuota>(space, cancellation);
        var nodes = ListAsync<V1NodeList, V1Node>(null, cancellation);
        var events = ListAsync<Corev1EventList, Corev1Event>(space, cancellation);
        await Task.WhenAll(pods, deployments, statefulSets, daemonSets, jobs, cronJobs, autoscalers, budgets, policies, services, ingresses, configMaps, secrets, accounts, claims, volumes, classes, quotas, nodes, events).ConfigureAwait(false);
        var snapshot = new ClusterSnapshot
        {
            Pods = await pods,
            Deployments = await deployments,
            StatefulSets = await statefulSets,
            DaemonSets = await daemonSets,
            Jobs = await jobs,
            CronJobs = await cronJobs,
            Autoscalers = await autoscalers,
            DisruptionBudgets = await budgets,
            NetworkPolicies = await policies,
            Services = await services,
            Ingresses = await ingresses,
            ConfigMaps = await configMaps,
            Secrets = await secrets,
            ServiceAccounts = await accounts,
            Claims = await claims,
            Volumes = await volumes,
            StorageClasses = await classes,
            Quotas = await quotas,
            Nodes = await nodes,
            Events = [.. (await events).OrderBy(found => found.LastTimestamp ?? found.EventTime ?? found.Metadata.CreationTimestamp)],
            KindsRead = _read,
        };
        return snapshot with { Logs = await new PodLogs(client).ReadAsync(snapshot.Pods.Where(pod => space is null || pod.Metadata.NamespaceProperty == space), cancellation).ConfigureAwait(false) };
    }

    private async Task<IReadOnlyList<V1Pod>> PodsAsync(string? space, CancellationToken cancellation)
    {
        var all = await ObjectList<V1Pod>.ReadAsync<V1PodList>(client, null, namesAlone: false, cancellation).ConfigureAwait(false);
        HasReadPods = all.Unread is null;
        if (space is null || HasReadPods)
            return Noted("Pod", all);
        var own = await ObjectList<V1Pod>.ReadAsync<V1PodList>(client, space, namesAlone: false, cancellation).ConfigureAwait(false);
        HasReadPods = own.Unread is null;
        return Noted("Pod", own with { Unread = own.Unread ?? "Pod: you may not list those of other namespaces, so that what is left of a node is not known" });
    }

    private async Task<IReadOnlyList<TItem>> ListAsync<TList, TItem>(string? space, CancellationToken cancellation, bool namesAlone = false, string? older = null)
        where TList : IItems<TItem>, IKubernetesObject<V1ListMeta>
        where TItem : IKubernetesObject<V1ObjectMeta> =>
        Noted(ObjectList<TItem>.Kind.Kind, await ObjectList<TItem>.ReadAsync<TList>(client, space, namesAlone, cancellation, older).ConfigureAwait(false));

    private IReadOnlyList<T> Noted<T>(string kind, ObjectList<T> list)
        where T : IKubernetesObject<V1ObjectMeta>
    {
        lock (_read)
        {
            if (list.Unread is { } why)
                _unread.Add(why);
            else
                _read.Add(kind);
        }
        return list.Items;
    }
}
