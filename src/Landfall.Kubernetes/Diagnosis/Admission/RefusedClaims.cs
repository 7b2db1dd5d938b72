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
            decimal Need(string resource) => QuotaCauses.Of(resource) != Cause.StorageQuota ? 0
                : resource.EndsWith("persistentvolumeclaims", StringComparison.Ordinal) ? 1
                : asked?.ToDecimal() ?? 1;
            foreach (var quota in ShortQuota.Of(cluster.Snapshot.Quotas, Need))
            {
                yield return new Finding(
                    Cause.StorageQuota,
                    ClusterObject.Space(cluster.Snapshot.Namespace ?? "default"),
                    $"The quota {quota.Quota} leaves too little {quota.Resource} for the claim {name}, which is missing.",
                    Certainty.Stated,
                    [$"{quota}, {asked?.ToString() ?? "1"} more asked", $"no PersistentVolumeClaim {name}"],
                    new Remedy($"Raise {quota.Resource} of the quota {quota.Quota}, or ask for less.", $"kubectl edit resourcequota {quota.Quota}"));
            }
        }
    }
}
