using System.Text.RegularExpressions;

namespace Landfall.Kubernetes.Diagnosis.Running;

/// <summary>Containers of one pod that want the same port: they share the pod's network, so one of them cannot listen.</summary>
internal sealed partial class PortConflicts : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads.Where(workload => workload.Containers.Count > 1))
        {
            var shared = workload.Containers.SelectMany(container => Ports(container).Select(port => (container.Name, Port: port))).Distinct()
                .GroupBy(pair => pair.Port).FirstOrDefault(group => group.Count() > 1);
            var line = cluster.LogsOf(workload).LastOrDefault(line => InUse().IsMatch(line));
            if (shared is null && (line is null || !workload.IsAiling))
                continue;
            var names = shared is null ? string.Join(" and ", workload.Containers.Select(container => container.Name)) : string.Join(" and ", shared.Select(pair => pair.Name));
            yield return new Finding(
                Cause.PortConflict,
                workload.Object,
                $"{names} of {workload.Name} want the same port{(shared is null ? "" : $" {shared.Key}")}.",
                line is not null || workload.IsAiling ? Certainty.Stated : Certainty.Latent,
                [$"{workload.Reference}: containers {names}", .. line is null ? Array.Empty<string>() : [$"log of {workload.Name}: {line}"]],
                new Remedy("Give one of them another port.", $"kubectl edit {workload.Reference}"));
        }
    }

    private static IEnumerable<string> Ports(k8s.Models.V1Container container) => (container.Ports ?? []).Select(port => $"{port.ContainerPort}/{port.Protocol ?? "TCP"}")
        .Concat((container.Command ?? []).Concat(container.Args ?? []).SelectMany(word => WordOfPort().Matches(word)).Select(word => $"{word.Groups[1].Value}/TCP"))
        .Concat((container.Env ?? []).Where(variable => variable.Name == "PORT" && variable.Value is { Length: > 0 }).Select(variable => $"{variable.Value}/TCP"));

    // 'python -m http.server 8080', '--port=8080', ':8080'
    [GeneratedRegex(@"(?:^|[\s=:])(\d{4,5})(?=\s|$)")]
    private static partial Regex WordOfPort();

    [GeneratedRegex(@"address (?:already )?in use|EADDRINUSE|bind: .*in use|port \d+ (?:is|was) already in use", RegexOptions.IgnoreCase)]
    private static partial Regex InUse();
}
