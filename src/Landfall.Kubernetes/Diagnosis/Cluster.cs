using k8s.Models;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Diagnosis;

/// <summary>A snapshot with what rules look up in it again and again.</summary>
internal sealed class Cluster
{
    private readonly ILookup<(string, string), Corev1Event> _events;
    private readonly Dictionary<V1Pod, Workload> _owners = [];

    public Cluster(ClusterSnapshot snapshot)
    {
        Snapshot = snapshot;
        _events = snapshot.Events.ToLookup(found => (found.InvolvedObject?.Kind?.ToLowerInvariant() ?? "", found.InvolvedObject?.Name ?? ""));
        Workloads = [.. WorkloadList.Of(snapshot)];
        foreach (var workload in Workloads)
        {
            foreach (var pod in workload.Pods)
                _owners[pod] = workload;
        }
        Addresses = [.. Workloads.SelectMany(workload => ServiceAddress.Of(workload, snapshot))];
    }

    public ClusterSnapshot Snapshot { get; }

    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>Addresses of services that workloads have in their variables.</summary>
    public IReadOnlyList<ServiceAddress> Addresses { get; }

    public Workload? OwnerOf(V1Pod pod) => _owners.GetValueOrDefault(pod);

    public Workload? Named(string name) => Workloads.FirstOrDefault(workload => workload.Name == name);

    /// <summary>Whether all objects of the kind were read, so that one that is not here does not exist.</summary>
    public bool HasRead(string kind) => Snapshot.KindsRead.Contains(kind);

    /// <summary>The events of an object, newest last where the source has them so.</summary>
    public IEnumerable<Corev1Event> EventsOf(string kind, string name) => _events[(kind.ToLowerInvariant(), name)];

    public IEnumerable<Corev1Event> EventsOf(Workload workload) => workload.Pods.SelectMany(pod => EventsOf("Pod", pod.Metadata.Name));

    public IReadOnlyList<string> LogsOf(Workload workload) => Snapshot.Logs.GetValueOrDefault(workload.Name) ?? [];

    /// <summary>The workloads whose pods a service sends to.</summary>
    public IEnumerable<Workload> Behind(V1Service service) => service.Spec?.Selector is { Count: > 0 } selector
        ? Workloads.Where(workload => Labels.Match(selector, workload.Pods.FirstOrDefault()?.Metadata.Labels?.AsReadOnly() ?? workload.Labels))
        : [];

    /// <summary>Whether the service cannot be reached, as far as anybody tried.</summary>
    public bool IsUnreachable(string service) => Snapshot.Connections.Any(attempt => attempt.Service == service && !attempt.Succeeded);

    /// <summary>The workloads that have the service's address.</summary>
    public IEnumerable<Workload> ClientsOf(string service) => Addresses.Where(address => address.Host == service).Select(address => address.Workload)
        .Concat(Snapshot.Calls.Where(call => call.Called == service).Select(call => Named(call.Caller)).OfType<Workload>()).Distinct();

    /// <summary>What a workload calls, by the addresses it has and by what somebody drew.</summary>
    public IEnumerable<string> CalledBy(string workload) => Addresses.Where(address => address.Workload.Name == workload).Select(address => address.Host)
        .Concat(Snapshot.Calls.Where(call => call.Caller == workload).Select(call => call.Called)).Distinct();
}
