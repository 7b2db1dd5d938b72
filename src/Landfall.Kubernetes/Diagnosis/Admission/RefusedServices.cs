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
        if (ShortQuota.Of(cluster.Snapshot.Quotas, resource => QuotaCauses.Of(resource) == Cause.ServiceQuota ? 1 : 0).FirstOrDefault() is not { } quota)
            yield break;
        yield return new Finding(
            Cause.ServiceQuota,
            ClusterObject.Space(cluster.Snapshot.Namespace ?? "default"),
            $"The quota {quota.Quota} allows {quota.Hard} {quota.Resource}, all in use, and the service {string.Join(", ", missing)} is missing.",
            Certainty.Stated,
            [quota.ToString(), .. missing.Select(name => $"service {name}: applied or dialled, and not there")],
            new Remedy($"Raise {quota.Resource} of the quota {quota.Quota}, or remove a service that is not needed, and apply {missing[0]} again.", $"kubectl edit resourcequota {quota.Quota}"));
    }
}
