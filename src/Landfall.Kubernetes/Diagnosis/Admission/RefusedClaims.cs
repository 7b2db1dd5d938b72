using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Admission;

/// <summary>Claims that were applied, or that pods mount, and do not exist, where a quota on storage leaves no room for them.</summary>
internal sealed class RefusedClaims : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        if (!cluster.HasRead("PersistentVolumeClaim"))
            yield break;
        var existing = cluster.Snapshot.Claims.Select(claim => claim.Metadata.Name).ToHashSet();
        var mounted = cluster.Workloads.SelectMany(workload => workload.Spec.Volumes?.Select(volume => volume.PersistentVolumeClaim?.ClaimName).OfType<string>() ?? []);
        var applied = cluster.Snapshot.Applied.OfType<V1PersistentVolumeClaim>().ToLookup(claim => claim.Metadata.Name);
        foreach (var name in mounted.Concat(applied.Select(claim => claim.Key)).Distinct().Where(name => !existing.Contains(name)))
        {
            var asked = applied[name].FirstOrDefault()?.Spec?.Resources?.Requests?.TryGetValue("storage", out var amount) == true ? amount : null;
            foreach (var quota in cluster.Snapshot.Quotas)
            {
                foreach (var (resource, hard) in (quota.Status?.Hard ?? new Dictionary<string, ResourceQuantity>()).Where(hard => QuotaCauses.Of(hard.Key) == Cause.StorageQuota))
                {
                    var need = resource.EndsWith("persistentvolumeclaims", StringComparison.Ordinal) ? 1 : asked?.ToDecimal() ?? 1;
                    if (quota.Status!.Used?.TryGetValue(resource, out var used) != true || used!.ToDecimal() + need <= hard.ToDecimal())
                        continue;
                    yield return new Finding(
                        Cause.StorageQuota,
                        ClusterObject.Space(cluster.Snapshot.Namespace ?? "default"),
                        $"The quota {quota.Metadata.Name} leaves too little {resource} for the claim {name}, which is missing.",
                        Certainty.Stated,
                        [$"quota {quota.Metadata.Name}: {resource} {used} of {hard} used, {asked?.ToString() ?? "1"} more asked", $"no PersistentVolumeClaim {name}"],
                        new Remedy($"Raise {resource} of the quota {quota.Metadata.Name}, or ask for less.", $"kubectl edit resourcequota {quota.Metadata.Name}"));
                }
            }
        }
    }
}
