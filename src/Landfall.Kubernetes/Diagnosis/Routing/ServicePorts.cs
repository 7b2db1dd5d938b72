using System.Globalization;
using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Routing;

/// <summary>Services that send to a port on which nothing listens, or in another transport protocol, or that offer another port than their clients dial.</summary>
internal sealed class ServicePorts : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var service in cluster.Snapshot.Services)
        {
            foreach (var workload in cluster.Behind(service).Take(1))
            {
                foreach (var port in service.Spec.Ports ?? [])
                {
                    if (Look(cluster, service, workload, port) is { } finding)
                        yield return finding;
                }
                if (Undialled(cluster, service, workload) is { } other)
                    yield return other;
            }
        }
    }

    private static Finding? Look(Cluster cluster, V1Service service, Workload workload, V1ServicePort port)
    {
        var name = service.Metadata.Name;
        var target = port.TargetPort?.Value ?? port.Port.ToString(CultureInfo.InvariantCulture);
        var declared = workload.Containers.SelectMany(container => container.Ports ?? []).ToList();
        var protocol = port.Protocol ?? "TCP";
        var confidence = workload.IsAiling ? Certainty.Shown : Certainty.Stated; // pods that serve nobody although they are ready
        if (int.TryParse(target, CultureInfo.InvariantCulture, out var number))
        {
            var listening = workload.Containers.SelectMany(container => ContainerPorts.Of(cluster, workload, container)).Distinct().ToList();
            if (listening.Count > 0 && !listening.Contains(number))
                return Mapping(service, workload, $"sends to port {number} of {workload.Name}, which listens on {string.Join(", ", listening)}", confidence);
            var same = declared.Where(other => other.ContainerPort == number).ToList();
            if (same.Count > 0 && same.All(other => (other.Protocol ?? "TCP") != protocol))
            {
                return new Finding(Cause.Protocol, workload.Object,
                    $"The service {name} sends by {protocol} to port {number} of {workload.Name}, which listens by {same[0].Protocol ?? "TCP"}.",
                    confidence, [$"service {name}: {port.Port}/{protocol} to {number}", $"{workload.Reference}: containerPort {number}/{same[0].Protocol ?? "TCP"}"],
                    new Remedy($"Set the protocol of the service {name} to {same[0].Protocol ?? "TCP"}.", $"kubectl edit service {name}"))
                { RuledOut = ["The port's number: it is the container's"] };
            }
            return null;
        }
        return declared.Any(other => other.Name == target) || workload.Containers.Count == 0 ? null
            : Mapping(service, workload, $"sends to a port called {target} of {workload.Name}, which has none of that name", confidence);
    }

    // Clients that dial a port that the service does not offer: where they agree with each other, or with the pods, the service is the odd one.
    private static Finding? Undialled(Cluster cluster, V1Service service, Workload workload)
    {
        var name = service.Metadata.Name;
        var offered = (service.Spec.Ports ?? []).Select(port => port.Port).ToHashSet();
        var dialled = cluster.Addresses.Where(address => address.Host == name && address.Port is not null).Select(address => (address.Workload.Name, Port: address.Port!.Value)).Distinct().ToList();
        if (offered.Count == 0 || dialled.Count == 0 || dialled.Any(pair => offered.Contains(pair.Port)))
            return null;
        var listening = workload.Containers.SelectMany(container => container.Ports ?? []).Select(port => port.ContainerPort).ToHashSet();
        var agree = dialled.Select(pair => pair.Port).Distinct().Count() == 1;
        return agree && (dialled.Count > 1 || listening.Contains(dialled[0].Port))
            ? Mapping(service, workload, $"offers {string.Join(", ", offered)}, and {string.Join(", ", dialled.Select(pair => pair.Name))} dial {dialled[0].Port}", Certainty.Stated)
            : null;
    }

    private static Finding Mapping(V1Service service, Workload workload, string why, double confidence) => new(
        Cause.PortMapping,
        workload.Object,
        $"The service {service.Metadata.Name} {why}.",
        confidence,
        [$"service {service.Metadata.Name}: {string.Join(", ", (service.Spec.Ports ?? []).Select(port => $"{port.Port}/{port.Protocol} to {port.TargetPort?.Value}"))}", $"{workload.Reference}: {string.Join(", ", workload.Containers.SelectMany(c => c.Ports ?? []).Select(port => $"{port.Name} {port.ContainerPort}/{port.Protocol ?? "TCP"}".Trim()))}"],
        new Remedy($"Let the service {service.Metadata.Name} send to a port on which {workload.Name} listens.", $"kubectl edit service {service.Metadata.Name}"))
    {
        RuledOut = workload.Ready > 0 ? [$"{workload.Name} itself: {workload.Ready} pod(s) of it are ready"] : [],
    };
}
