using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Scaling;

/// <summary>
/// Horizontal pod autoscalers that scale nothing: no such target, no measurements, no request to measure against; or that want more pods
/// than they may have. What they say of themselves are the conditions AbleToScale, ScalingActive and ScalingLimited of
/// HorizontalPodAutoscalerStatus (Kubernetes documentation, "Horizontal Pod Autoscaling").
/// </summary>
internal sealed class Autoscalers : IAnalyzer
{
    private static readonly string[] Scalable = ["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController"];

    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var scaler in cluster.Snapshot.Autoscalers.Where(scaler => scaler.Spec?.ScaleTargetRef is not null))
        {
            if (Look(cluster, scaler) is { } finding)
                yield return finding;
        }
    }

    private static Finding? Look(Cluster cluster, V2HorizontalPodAutoscaler scaler)
    {
        var (name, target) = (scaler.Metadata.Name, scaler.Spec.ScaleTargetRef);
        var workload = cluster.Workloads.FirstOrDefault(one => one.Kind == target.Kind && one.Name == target.Name);
        var aimed = $"hpa {name}: target {target.Kind}/{target.Name}";
        if (workload is null && (Condition(scaler, "AbleToScale", "False") is not null || (Scalable.Contains(target.Kind) && cluster.HasRead(target.Kind))))
        {
            return new Finding(
                Cause.AutoscalerTarget, ClusterObject.App(target.Name),
                $"The autoscaler {name} scales {target.Kind.ToLowerInvariant()} {target.Name}, which does not exist.",
                Condition(scaler, "AbleToScale", "False") is null ? Certainty.Shown : Certainty.Stated,
                [aimed, .. Said(scaler, "AbleToScale", "False")],
                new Remedy($"Name a workload that there is, or delete {name}.", $"kubectl edit hpa {name}"));
        }

        if (workload is null)
            return null;
        if (Unrequested(scaler, workload) is { } resource)
        {
            return new Finding(
                Cause.AutoscalerMetrics, workload.Object,
                $"The autoscaler {name} compares the {resource} of {workload.Name} with what its containers ask for, and one asks for none.",
                Condition(scaler, "ScalingActive", "False") is null ? Certainty.Latent : Certainty.Stated,
                [aimed, .. Said(scaler, "ScalingActive", "False")],
                new Remedy($"Give every container of {workload.Name} a request of {resource}.", $"kubectl edit {workload.Reference}"));
        }

        // With no pod at all it is switched off, which is no fault of its own.
        if (Condition(scaler, "ScalingActive", "False") is { Reason: not "ScalingDisabled" } inactive)
        {
            return new Finding(
                Cause.AutoscalerMetrics, workload.Object,
                $"The autoscaler {name} gets no measurements of {workload.Name}, so that it scales nothing: {inactive.Message}",
                Certainty.Stated,
                [aimed, .. Said(scaler, "ScalingActive", "False")],
                new Remedy("See whether the metrics API answers.", "kubectl get apiservices v1beta1.metrics.k8s.io", "kubectl top pods"));
        }

        return Condition(scaler, "ScalingLimited", "True") is { Reason: "TooManyReplicas" }
            ? new Finding(
                Cause.AutoscalerLimit, workload.Object,
                $"The autoscaler {name} wants more than the {scaler.Spec.MaxReplicas} pods of {workload.Name} that it may have.",
                Certainty.Latent,
                [$"hpa {name}: maxReplicas {scaler.Spec.MaxReplicas}, {scaler.Status?.CurrentReplicas} run", .. Said(scaler, "ScalingLimited", "True")],
                new Remedy($"Raise maxReplicas of {name}, if the nodes have the room.", $"kubectl edit hpa {name}"))
            : null;
    }

    private static V2HorizontalPodAutoscalerCondition? Condition(V2HorizontalPodAutoscaler scaler, string type, string status) =>
        scaler.Status?.Conditions?.FirstOrDefault(condition => condition.Type == type && condition.Status == status);

    private static IEnumerable<string> Said(V2HorizontalPodAutoscaler scaler, string type, string status) =>
        Condition(scaler, type, status) is { } condition ? [$"hpa {scaler.Metadata.Name}: {condition.Type} is {condition.Status}, {condition.Reason}: {condition.Message}"] : [];

    /// <summary>A resource of which a share of the request is to be kept, while a container has no request of it.</summary>
    private static string? Unrequested(V2HorizontalPodAutoscaler scaler, Workload workload) => (scaler.Spec.Metrics ?? [])
        .Where(metric => metric.Resource?.Target?.AverageUtilization is not null).Select(metric => metric.Resource.Name)
        .FirstOrDefault(resource => workload.Containers.Any(container => !Has(container.Resources?.Requests, resource) && !Has(container.Resources?.Limits, resource)));

    private static bool Has(IDictionary<string, ResourceQuantity>? amounts, string resource) => amounts?.ContainsKey(resource) == true;
}
