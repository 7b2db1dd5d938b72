using System.Text.Json;
using System.Text.RegularExpressions;
using k8s;
using k8s.Models;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>
/// Reads a recorded incident: <c>state.json</c>, in which each kubectl command has what it printed, with <c>case.json</c>,
/// <c>logs.json</c>, <c>alerts.json</c> and <c>metrics.csv</c> where they are there. No time in it is read.
/// </summary>
internal sealed partial class IncidentFolder(string folder)
{
    private readonly Dictionary<string, JsonElement> _state = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(folder, StateFile)))!;

    /// <summary>The file by which such a folder is known.</summary>
    public const string StateFile = "state.json";

    public ClusterSnapshot Read()
    {
        var applied = Printed("yaml ").SelectMany(text => Manifests.Read(text.Text)).ToList();
        var deployments = Described("deployments").Select(d => WithTemplate(DescribedWorkload.Deployment(d), applied)).ToList();
        var nodes = Described("nodes").ToList();
        var incident = JsonFile("case.json");
        return new ClusterSnapshot
        {
            Namespace = incident?.TryGetProperty("namespace", out var space) == true ? space.GetString() : null,
            KindsRead = _state.Keys.Select(key => Listing().Match(key)).Where(key => key.Success).Select(key => Kind(key.Groups[1].Value)).ToHashSet(),
            Pods = [.. Described("pods").Select(DescribedPod.Read).Select(pod => WithTemplate(pod, deployments))],
            Deployments = deployments,
            StatefulSets = [.. applied.OfType<V1StatefulSet>()],
            Jobs = [.. applied.OfType<V1Job>()],
            Services = [.. Described("services").Select(DescribedService.Read)],
            ConfigMaps = [.. Names("configmaps").Select(meta => new V1ConfigMap { Metadata = meta, Data = ConfigData(meta.Name, applied) })],
            Secrets = [.. Names("secrets").Select(meta => new V1Secret { Metadata = meta })],
            ServiceAccounts = [.. Names("serviceaccounts").Select(meta => new V1ServiceAccount { Metadata = meta })],
            Ingresses = [.. applied.OfType<V1Ingress>()],
            Claims = [.. Described("persistentvolumeclaims").Select(DescribedStorage.Claim).Select(claim => WithRequest(claim, applied))],
            Volumes = [.. Described("persistentvolumes").Select(DescribedStorage.Volume)],
            StorageClasses = [.. Names("storageclasses").Select(meta => new V1StorageClass { Metadata = meta })],
            Quotas = [.. Described("resourcequota").Concat(Described("resourcequotas")).Select(DescribedStorage.Quota)],
            Nodes = [.. nodes.Select(DescribedNode.Read)],
            Requested = nodes.ToDictionary(node => node["Name"]!.Value, node => (IReadOnlyDictionary<string, ResourceQuantity>)DescribedNode.Requested(node)),
            Events = [.. Events()],
            Applied = applied,
            NodeServices = [.. Printed("node service ").Select(NodeServiceText.Read)],
            Connections = [.. Printed("connect ").SelectMany(text => ConnectionReport.Read(text.Subject, text.Text))],
            Calls = [.. Printed("dependencies ").SelectMany(text => DependencyTree.Read(text.Text)).Distinct()],
            Logs = IncidentLogs.Read(JsonFile("logs.json")),
            Alerts = IncidentAlerts.Read(JsonFile("alerts.json")),
            Metrics = IncidentMetrics.Read(Path.Combine(folder, "metrics.csv")),
        };
    }

    private IEnumerable<Corev1Event> Events()
    {
        foreach (var (text, rest) in Printed("describe "))
        {
            if (rest.Split(' ') is [var kind, var name])
            {
                foreach (var found in DescribedEvents.Of(DescribedEntry.Read(text), Kind(kind), name))
                    yield return found;
            }
        }
        foreach (var found in Printed("get events").SelectMany(text => DescribedEvents.FromTable(text.Text)))
            yield return found;
    }

    private IEnumerable<(string Text, string Subject)> Printed(string command) =>
        from entry in _state
        where entry.Key.StartsWith(command, StringComparison.Ordinal) && entry.Value.ValueKind == JsonValueKind.String
        select (entry.Value.GetString()!, entry.Key[command.Length..]);

    private IEnumerable<DescribedEntry> Described(string resource) =>
        from printed in Printed($"describe {resource} ")
        let described = DescribedEntry.Read(printed.Text)
        where described["Name"] is not null
        select described;

    private IEnumerable<V1ObjectMeta> Names(string resource) =>
        from printed in Printed($"get {resource}").Take(1)
        from row in KubectlTable.Read(printed.Text)
        select new V1ObjectMeta { Name = row["NAME"] };

    private JsonElement? JsonFile(string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path)) : null;
    }

    private IDictionary<string, string>? ConfigData(string name, IEnumerable<IKubernetesObject<V1ObjectMeta>> applied) =>
        Printed($"describe configmaps {name}").Where(text => text.Subject.Length == 0).Select(text => DescribedConfigMap.Data(text.Text)).FirstOrDefault()
        ?? applied.OfType<V1ConfigMap>().FirstOrDefault(map => map.Name() == name)?.Data;

    // What 'describe' leaves out is taken from what was applied.
    private static V1Deployment WithTemplate(V1Deployment deployment, IEnumerable<IKubernetesObject<V1ObjectMeta>> applied)
    {
        if (applied.OfType<V1Deployment>().FirstOrDefault(other => other.Name() == deployment.Name())?.Spec?.Template is { } template)
            deployment.Spec.Template = template;
        return deployment;
    }

    private static V1Pod WithTemplate(V1Pod pod, IEnumerable<V1Deployment> deployments)
    {
        var owner = pod.Metadata.OwnerReferences?.FirstOrDefault()?.Name ?? "";
        if (deployments.FirstOrDefault(d => owner.StartsWith(d.Name() + "-", StringComparison.Ordinal) && !owner[(d.Name().Length + 1)..].Contains('-'))?.Spec.Template?.Spec is not { } spec)
            return pod;
        pod.Spec.Affinity = spec.Affinity;
        pod.Spec.TopologySpreadConstraints = spec.TopologySpreadConstraints;
        pod.Spec.DnsPolicy = spec.DnsPolicy;
        pod.Spec.DnsConfig = spec.DnsConfig;
        pod.Spec.HostNetwork = spec.HostNetwork;
        pod.Spec.ImagePullSecrets = spec.ImagePullSecrets;
        pod.Spec.SecurityContext = spec.SecurityContext;
        return pod;
    }

    private static V1PersistentVolumeClaim WithRequest(V1PersistentVolumeClaim claim, IEnumerable<IKubernetesObject<V1ObjectMeta>> applied)
    {
        if (applied.OfType<V1PersistentVolumeClaim>().FirstOrDefault(other => other.Name() == claim.Name())?.Spec is not { } spec)
            return claim;
        claim.Spec.Resources = spec.Resources;
        claim.Spec.Selector = spec.Selector;
        claim.Spec.AccessModes = spec.AccessModes;
        claim.Spec.StorageClassName ??= spec.StorageClassName;
        return claim;
    }

    private static string Kind(string resource) => resource switch
    {
        "pods" => "Pod",
        "deployments" => "Deployment",
        "replicasets" => "ReplicaSet",
        "statefulsets" => "StatefulSet",
        "daemonsets" => "DaemonSet",
        "services" => "Service",
        "configmaps" => "ConfigMap",
        "secrets" => "Secret",
        "serviceaccounts" => "ServiceAccount",
        "persistentvolumeclaims" => "PersistentVolumeClaim",
        "persistentvolumes" => "PersistentVolume",
        "storageclasses" => "StorageClass",
        "resourcequota" or "resourcequotas" => "ResourceQuota",
        "nodes" => "Node",
        _ => resource,
    };

    [GeneratedRegex("^get ([a-z]+)(?: -o wide)?$")]
    private static partial Regex Listing();
}
