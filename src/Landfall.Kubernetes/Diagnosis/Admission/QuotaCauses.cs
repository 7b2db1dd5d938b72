namespace Landfall.Kubernetes.Diagnosis.Admission;

/// <summary>Which kind of cause the resource of a quota stands for.</summary>
internal static class QuotaCauses
{
    /// <param name="resource">As a quota names it, such as <c>requests.cpu</c> or <c>count/pods</c>.</param>
    public static Cause Of(string resource) => resource switch
    {
        _ when resource.EndsWith("cpu", StringComparison.Ordinal) => Cause.CpuQuota,
        _ when resource.Contains("storage", StringComparison.Ordinal) || resource.EndsWith("persistentvolumeclaims", StringComparison.Ordinal) => Cause.StorageQuota,
        _ when resource.EndsWith("memory", StringComparison.Ordinal) => Cause.MemoryQuota,
        _ when resource.Contains("services", StringComparison.Ordinal) => Cause.ServiceQuota,
        _ => Cause.PodQuota,
    };
}
