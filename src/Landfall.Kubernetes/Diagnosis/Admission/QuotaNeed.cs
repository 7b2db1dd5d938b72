using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Admission;

/// <summary>What one pod takes of a quota.</summary>
internal static class QuotaNeed
{
    /// <param name="pod">The pod.</param>
    /// <param name="resource">As a quota names it: <c>cpu</c> and <c>memory</c> are requests.</param>
    public static decimal Of(V1PodSpec pod, string resource) => resource switch
    {
        "pods" or "count/pods" => 1,
        "cpu" or "memory" => Sum(pod, container => container.Resources?.Requests, resource),
        _ when resource.StartsWith("requests.", StringComparison.Ordinal) => Sum(pod, container => container.Resources?.Requests, resource["requests.".Length..]),
        _ when resource.StartsWith("limits.", StringComparison.Ordinal) => Sum(pod, container => container.Resources?.Limits, resource["limits.".Length..]),
        _ => 0,
    };

    private static decimal Sum(V1PodSpec pod, Func<V1Container, IDictionary<string, ResourceQuantity>?> amounts, string resource) =>
        (pod.Containers ?? []).Sum(container => amounts(container)?.TryGetValue(resource, out var amount) == true ? amount.ToDecimal() : 0);
}
