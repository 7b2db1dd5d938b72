using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Admission;

/// <summary>A resource of which a quota has not enough left.</summary>
/// <param name="Quota">The quota's name.</param>
/// <param name="Resource">The resource, as the quota names it.</param>
/// <param name="Used">How much of it is used.</param>
/// <param name="Hard">How much of it may be.</param>
internal sealed record ShortQuota(string Quota, string Resource, ResourceQuantity Used, ResourceQuantity Hard)
{
    /// <summary>Finds those that do not allow for more.</summary>
    /// <param name="quotas">The quotas.</param>
    /// <param name="need">How much more is needed of a resource; 0 for one that is not.</param>
    public static IEnumerable<ShortQuota> Of(IEnumerable<V1ResourceQuota> quotas, Func<string, decimal> need) =>
        from quota in quotas
        where quota.Status?.Used is not null
        from hard in quota.Status.Hard ?? new Dictionary<string, ResourceQuantity>()
        let more = need(hard.Key)
        where more > 0 && quota.Status.Used.TryGetValue(hard.Key, out var used) && used.ToDecimal() + more > hard.Value.ToDecimal()
        select new ShortQuota(quota.Metadata.Name, hard.Key, quota.Status.Used[hard.Key], hard.Value);

    public override string ToString() => $"quota {Quota}: {Resource} {Used} of {Hard} used";
}
