namespace Landfall.Kubernetes.Diagnosis.Running;

/// <summary>Workloads that somebody set to no pod at all while a service sends to them.</summary>
internal sealed class ZeroReplicas : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads.Where(workload => workload.Replicas == 0))
        {
            var service = cluster.Snapshot.Services.FirstOrDefault(service => service.Spec?.Selector is { Count: > 0 } selector && Labels.Match(selector, workload.Labels));
            var clients = cluster.ClientsOf(service?.Metadata.Name ?? workload.Name).Select(client => client.Name).ToList();
            var hurts = service is not null && (clients.Count > 0 || cluster.IsUnreachable(service.Metadata.Name));
            yield return new Finding(
                Cause.ZeroReplicas,
                workload.Object,
                $"{workload.Name} is set to 0 replicas{(hurts ? $", and {string.Join(", ", clients.DefaultIfEmpty("its service"))} needs it" : "")}.",
                hurts ? Certainty.Stated : Certainty.Latent,
                [$"{workload.Reference}: 0 replicas wanted", .. service is null ? Array.Empty<string>() : [$"service {service.Metadata.Name} selects it and has no endpoint"]],
                new Remedy("Start it again.", $"kubectl scale {workload.Reference} --replicas=1"));
        }
    }
}
