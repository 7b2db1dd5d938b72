using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Running;

/// <summary>
/// Probes that fail because they ask the wrong port, in the wrong protocol or too early. A probe that fails because its program ended by
/// itself is no fault of the probe, and is left to other rules.
/// </summary>
internal sealed partial class FailingProbes : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads)
        {
            foreach (var container in workload.Containers)
            {
                if (container.LivenessProbe is { } liveness && Look(cluster, workload, container, liveness, "Liveness") is { } first)
                    yield return first;
                if (container.ReadinessProbe is { } readiness && Look(cluster, workload, container, readiness, "Readiness") is { } second)
                    yield return second;
            }
        }
    }

    private static Finding? Look(Cluster cluster, Workload workload, V1Container container, V1Probe probe, string kind)
    {
        var isLiveness = kind == "Liveness";
        var failure = cluster.EventsOf(workload).LastOrDefault(found => found.Reason == "Unhealthy" && found.Message.StartsWith(kind, StringComparison.Ordinal))?.Message;
        var port = PortOf(container, probe);
        var listening = ContainerPorts.Of(cluster, workload, container).ToList();
        List<string> evidence = [$"{workload.Reference}, container {container.Name}: {kind.ToLowerInvariant()} probe on port {port?.ToString(CultureInfo.InvariantCulture) ?? "?"}; listens on {string.Join(", ", listening.DefaultIfEmpty(0))}"];
        if (failure is not null)
            evidence.Add($"{workload.Name}: {failure}");
        var remedy = new Remedy("Put the probe right.", $"kubectl edit {workload.Reference}");

        if (port is not null && listening.Count > 0 && !listening.Contains(port.Value))
        {
            return new Finding(isLiveness ? Cause.LivenessPort : Cause.ReadinessPort, workload.Object,
                $"The {kind.ToLowerInvariant()} probe of {workload.Name} asks port {port}, and the container listens on {string.Join(", ", listening)}.",
                failure is not null ? Certainty.Stated : workload.IsAiling ? Certainty.Shown : Certainty.Latent, evidence, remedy);
        }
        if (failure is null || HasEndedItself(workload, container))
            return null;
        if (WrongProtocol().IsMatch(failure) || (Sibling(container, probe) is { } sibling && KindOf(sibling) != KindOf(probe) && KindOf(sibling) != "exec" && PortOf(container, sibling) == port && !HasFailed(cluster, workload, isLiveness ? "Readiness" : "Liveness")))
        {
            return new Finding(isLiveness ? Cause.LivenessProtocol : Cause.ReadinessProtocol, workload.Object,
                $"The {kind.ToLowerInvariant()} probe of {workload.Name} asks by {KindOf(probe)} what does not speak it.",
                Certainty.Stated, evidence, remedy)
            { RuledOut = [$"The port: the container listens on {port}"] };
        }
        if (isLiveness && cluster.EventsOf(workload).Any(found => found.Reason == "Killing"))
        {
            return new Finding(Cause.LivenessTiming, workload.Object,
                $"The liveness probe of {workload.Name} ends it before it answers: {probe.InitialDelaySeconds ?? 0} s until the first, {probe.FailureThreshold ?? 3} failures {probe.PeriodSeconds ?? 10} s apart, {probe.TimeoutSeconds ?? 1} s each.",
                Certainty.Shown, [.. evidence, $"{workload.Name}: killed by the liveness probe, restarted {workload.Restarts} time(s)"],
                new Remedy("Give it a startup probe, or more time until the first liveness probe.", $"kubectl edit {workload.Reference}"))
            { RuledOut = [$"The port: the container listens on {port}", "The protocol: nothing in the answer speaks of another"] };
        }
        return !workload.IsAiling ? null : new Finding(Cause.ProbeFails, workload.Object, $"The {kind.ToLowerInvariant()} probe of {workload.Name} fails.", Certainty.Unexplained, evidence,
            new Remedy("Read what the container logs.", $"kubectl logs {workload.Reference}"));
    }

    private static bool HasFailed(Cluster cluster, Workload workload, string kind) =>
        cluster.EventsOf(workload).Any(found => found.Reason == "Unhealthy" && found.Message.StartsWith(kind, StringComparison.Ordinal));

    // Exit code 137 and 143 are the kubelet's signals after a failed liveness probe; anything else is the program's own end.
    private static bool HasEndedItself(Workload workload, V1Container container) => workload.Pods
        .SelectMany(pod => pod.Status?.ContainerStatuses ?? [])
        .Where(status => status.Name == container.Name)
        .Select(status => status.LastState?.Terminated ?? status.State?.Terminated)
        .Any(ended => ended is not null && (ended.Reason == "OOMKilled" || ended.ExitCode is not (0 or 137 or 143)));

    private static V1Probe? Sibling(V1Container container, V1Probe probe) => ReferenceEquals(probe, container.LivenessProbe) ? container.ReadinessProbe : container.LivenessProbe;

    private static string KindOf(V1Probe probe) => probe.Grpc is not null ? "gRPC" : probe.HttpGet is not null ? "HTTP" : probe.TcpSocket is not null ? "TCP" : "exec";

    private static int? PortOf(V1Container container, V1Probe probe)
    {
        if (probe.Grpc is { } grpc)
            return grpc.Port;
        var port = probe.HttpGet?.Port ?? probe.TcpSocket?.Port;
        return port is null ? null
            : int.TryParse(port.Value, CultureInfo.InvariantCulture, out var number) ? number
            : container.Ports?.FirstOrDefault(other => other.Name == port.Value)?.ContainerPort;
    }

    // What Go's HTTP and gRPC clients say of an answer that is not theirs.
    [GeneratedRegex(@"malformed HTTP|HTTP/1\.x transport connection broken|server gave HTTP response to HTTPS client|error reading server preface|http2: frame|Unimplemented|unknown service grpc\.health|first record does not look like a TLS handshake|does not implement the grpc health protocol", RegexOptions.IgnoreCase)]
    private static partial Regex WrongProtocol();
}
