namespace Landfall.Kubernetes.Diagnosis.Routing;

/// <summary>Services whose selector takes no pod, or another workload's, while there are pods for them.</summary>
internal sealed class ServiceSelectors : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var service in cluster.Snapshot.Services.Where(service => service.Spec?.Selector is { Count: > 0 }))
        {
            var (name, selector) = (service.Metadata.Name, service.Spec.Selector);
            var behind = cluster.Behind(service).ToList();
            var own = cluster.Named(name) ?? cluster.Workloads.FirstOrDefault(workload => name.StartsWith(workload.Name + "-", StringComparison.Ordinal));
            if (own is null || behind.Contains(own) || (behind.Count > 0 && own.Name != name))
                continue;
            var selects = string.Join(", ", selector.Select(pair => $"{pair.Key}={pair.Value}"));
            var has = string.Join(", ", own.Labels.Select(pair => $"{pair.Key}={pair.Value}"));
            yield return new Finding(
                Cause.Selector,
                own.Object,
                behind.Count == 0
                    ? $"The service {name} selects {selects}, which no pod has; those of {own.Name} have {has}."
                    : $"The service {name} sends to {behind[0].Name}, not to {own.Name}: it selects {selects}.",
                own.Pods.Count > 0 ? Certainty.Stated : Certainty.Latent,
                [$"service {name}: selector {selects}", $"{own.Reference}: labels {has}"],
                new Remedy($"Let the service {name} select the labels of {own.Name}.", $"kubectl edit service {name}"))
            {
                RuledOut = own.Ready > 0 ? [$"{own.Name} itself: {own.Ready} pod(s) of it are ready"] : [],
            };
        }
    }
}
