using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Starting;

/// <summary>Secrets and config maps, or keys of them, that a pod needs and that do not exist.</summary>
internal sealed partial class MissingReferences : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads.Where(workload => workload.IsAiling))
        {
            var said = Messages(cluster, workload).Select(message => (Message: message, Read: Missing().Match(message))).LastOrDefault(pair => pair.Read.Success);
            if (said.Message is not null)
                yield return Finding(workload, said.Read.Groups["kind"].Value.StartsWith("secret", StringComparison.OrdinalIgnoreCase), said.Read.Groups["name"].Value.Split('/')[^1], Certainty.Stated, $"{workload.Reference}: {said.Message}");
            else if (Unresolved(cluster, workload) is { } reference)
                yield return Finding(workload, reference.IsSecret, reference.Name, Certainty.Shown, $"{workload.Reference} names {reference.Name}, and there is none");
        }
    }

    private static IEnumerable<string> Messages(Cluster cluster, Workload workload) => workload.Pods
        .SelectMany(pod => (pod.Status?.ContainerStatuses ?? []).Concat(pod.Status?.InitContainerStatuses ?? []).Select(status => status.State?.Waiting?.Message))
        .Concat(cluster.EventsOf(workload).Where(found => found.Type == "Warning").Select(found => found.Message))
        .OfType<string>();

    private static (bool IsSecret, string Name)? Unresolved(Cluster cluster, Workload workload)
    {
        var pod = workload.PodSpec;
        var secrets = (pod.Volumes ?? []).Where(v => v.Secret is { Optional: not true }).Select(v => v.Secret.SecretName)
            .Concat(Variables(pod).Select(v => v.ValueFrom?.SecretKeyRef).Where(key => key is { Optional: not true }).Select(key => key!.Name))
            .Concat((pod.Containers ?? []).SelectMany(c => c.EnvFrom ?? []).Select(from => from.SecretRef).Where(from => from is { Optional: not true }).Select(from => from.Name));
        var maps = (pod.Volumes ?? []).Where(v => v.ConfigMap is { Optional: not true }).Select(v => v.ConfigMap.Name)
            .Concat(Variables(pod).Select(v => v.ValueFrom?.ConfigMapKeyRef).Where(key => key is { Optional: not true }).Select(key => key!.Name))
            .Concat((pod.Containers ?? []).SelectMany(c => c.EnvFrom ?? []).Select(from => from.ConfigMapRef).Where(from => from is { Optional: not true }).Select(from => from.Name));
        if (cluster.HasRead("Secret") && secrets.FirstOrDefault(name => cluster.Snapshot.Secrets.All(other => other.Metadata.Name != name)) is { } secret)
            return (true, secret);
        return cluster.HasRead("ConfigMap") && maps.FirstOrDefault(name => cluster.Snapshot.ConfigMaps.All(other => other.Metadata.Name != name)) is { } map ? (false, map) : null;
    }

    private static IEnumerable<V1EnvVar> Variables(V1PodSpec pod) => (pod.Containers ?? []).Concat(pod.InitContainers ?? []).SelectMany(container => container.Env ?? []);

    private static Finding Finding(Workload workload, bool isSecret, string name, double confidence, string evidence)
    {
        var kind = isSecret ? "secret" : "config map";
        return new Finding(
            isSecret ? Cause.MissingSecret : Cause.MissingConfigMap,
            workload.Object,
            $"{workload.Name} needs the {kind} {name}, or a key of it, which does not exist.",
            confidence,
            [evidence],
            new Remedy($"Make the {kind} {name} with the key that is asked for, or name another.", isSecret ? "kubectl get secrets" : "kubectl get configmaps"));
    }

    [GeneratedRegex("(?<kind>secret|configmap) \"?(?<name>[^\"\\s]+?)\"? not found|(?:couldn't|could not) find key \\S+ in (?<kind>Secret|ConfigMap) (?<name>\\S+)|references non-existent (?<kind>secret|config) key(?<name>)", RegexOptions.IgnoreCase)]
    private static partial Regex Missing();
}
