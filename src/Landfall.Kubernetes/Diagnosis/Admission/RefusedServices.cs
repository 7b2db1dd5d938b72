using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Admission;

/// <summary>Services that were applied, or that clients dial, and do not exist, where a quota on services is used up.</summary>
internal sealed class RefusedServices : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        if (!cluster.HasRead("Service"))
            yield break;
        var existing = cluster.Snapshot.Services.Select(service => service.Metadata.Name).ToHashSet();
        var missing = cluster.Snapshot.Applied.OfType<V1Service>().Select(service => service.Metadata.Name)
            .Concat(cluster.Addresses.Where(address => cluster.Named(address.Host) is not null).Select(address => address.Host))
            .Where(name => !existing.Contains(name)).Distinct().ToList();
        if (missing.Count == 0)
            yield break;
        foreach (var quota in cluster.Snapshot.Quotas)
        {
            var full = quota.Status?.Hard?.FirstOrDefault(hard => QuotaCauses.Of(hard.Key) == Cause.ServiceQuota
                && quota.Status.Used?.TryGetValue(hard.Key, out var used) == true && used.ToDecimal() >= hard.Value.ToDecimal());
            if (full is not { Key: { } resource } entry)
                continue;
            yield return new Finding(
                Cause.ServiceQuota,
                ClusterObject.Space(cluster.Snapshot.Namespace ?? "default"),
                $"The quota {quota.Metadata.Name} allows {entry.Value} {resource}, all in use, and the service {string.Join(", ", missing)} is missing.",
                Certainty.Stated,
                [$"quota {quota.Metadata.Name}: {resource} {entry.Value} of {entry.Value} used", .. missing.Select(name => $"service {name}: applied or dialled, and not there")],
                new Remedy($"Raise {resource} of the quota {quota.Metadata.Name}, or remove a service that is not needed, and apply {missing[0]} again.", $"kubectl edit resourcequota {quota.Metadata.Name}"));
            yield break;
        }
    }
}
