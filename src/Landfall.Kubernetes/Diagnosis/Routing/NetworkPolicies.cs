using System.Globalization;
using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Routing;

/// <summary>
/// Policies that let no connection through from a workload to a service whose address it has. A pod that any policy selects for a direction
/// takes what one of those allows, and nothing else (Kubernetes documentation, "Network Policies"). What depends on the labels of
/// namespaces or on addresses is not decided here, and counts as allowed.
/// </summary>
internal sealed class NetworkPolicies : IAnalyzer
{
    private const string Ingress = "Ingress";
    private const string Egress = "Egress";

    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var address in cluster.Addresses.DistinctBy(address => (address.Workload.Name, address.Host, address.Port)))
        {
            if (address.Space is { } space && space != cluster.Snapshot.Namespace)
                continue;
            if (cluster.Snapshot.Services.FirstOrDefault(service => service.Metadata.Name == address.Host) is not { } service)
                continue;
            foreach (var called in cluster.Behind(service).Where(called => called != address.Workload).Take(1))
            {
                if (Look(cluster, address.Workload, service, called, address.Port) is { } finding)
                    yield return finding;
            }
        }
    }

    private static Finding? Look(Cluster cluster, Workload caller, V1Service service, Workload called, int? dialled)
    {
        var port = (service.Spec.Ports ?? []).FirstOrDefault(one => dialled is null || one.Port == dialled);
        if (port is null)
            return null;
        var (from, to, target) = (PodLabels(caller), PodLabels(called), Target(port, called));
        var (direction, subject, policies) =
            Closed(cluster, Ingress, to, from, target, port.Protocol ?? "TCP") is { Count: > 0 } incoming ? (Ingress, called, incoming)
            : Closed(cluster, Egress, from, to, target, port.Protocol ?? "TCP") is { Count: > 0 } outgoing ? (Egress, caller, outgoing)
            : default;
        if (policies is null)
            return null;
        var names = string.Join(", ", policies.Select(policy => policy.Metadata.Name));
        var hurts = cluster.IsUnreachable(service.Metadata.Name) || caller.IsAiling || cluster.LogsOf(caller).Any(line => line.Contains(service.Metadata.Name, StringComparison.Ordinal) && IsRefusal(line));
        return new Finding(
            Cause.NetworkPolicy, subject.Object,
            $"The network {(policies.Count > 1 ? "policies" : "policy")} {names} let{(policies.Count > 1 ? "" : "s")} nothing through from {caller.Name} to port {target} of {called.Name}.",
            hurts ? Certainty.Shown : Certainty.Latent,
            [.. policies.Select(policy => $"networkpolicy {policy.Metadata.Name}: {direction} of pods with {Pairs(policy.Spec.PodSelector)}"), $"{caller.Reference}: has the address of the service {service.Metadata.Name}"],
            new Remedy($"Allow {caller.Name} {(direction == Ingress ? "in" : "out")} in one of them.", $"kubectl edit networkpolicy {policies[0].Metadata.Name}"))
        {
            RuledOut = called.Ready > 0 ? [$"{called.Name} itself: {called.Ready} pod(s) of it are ready"] : [],
        };
    }

    /// <summary>The policies that select the pods for a direction, where none of them lets the other side through.</summary>
    private static IReadOnlyList<V1NetworkPolicy> Closed(Cluster cluster, string direction, IReadOnlyDictionary<string, string> pods, IReadOnlyDictionary<string, string> peer, string port, string protocol)
    {
        var selecting = cluster.Snapshot.NetworkPolicies.Where(policy => IsFor(policy.Spec, direction) && Labels.Match(policy.Spec.PodSelector, pods)).ToList();
        return selecting.Any(policy => Rules(policy.Spec, direction).Any(rule => Lets(rule.Peers, peer, cluster.Snapshot.Namespace) && Lets(rule.Ports, port, protocol))) ? [] : selecting;
    }

    // Without policyTypes one is for what comes in, and for what goes out where it has rules for that.
    private static bool IsFor(V1NetworkPolicySpec? spec, string direction) =>
        spec is not null && (spec.PolicyTypes is { Count: > 0 } types ? types.Contains(direction) : direction == Ingress || spec.Egress is { Count: > 0 });

    private static IEnumerable<(IList<V1NetworkPolicyPeer>? Peers, IList<V1NetworkPolicyPort>? Ports)> Rules(V1NetworkPolicySpec spec, string direction) => direction == Ingress
        ? (spec.Ingress ?? []).Select(rule => ((IList<V1NetworkPolicyPeer>?)rule.FromProperty, (IList<V1NetworkPolicyPort>?)rule.Ports))
        : (spec.Egress ?? []).Select(rule => ((IList<V1NetworkPolicyPeer>?)rule.To, (IList<V1NetworkPolicyPort>?)rule.Ports));

    private static bool Lets(IList<V1NetworkPolicyPeer>? peers, IReadOnlyDictionary<string, string> pods, string? space) =>
        peers is not { Count: > 0 }
        || peers.Any(peer => peer.IpBlock is not null || (IsOwn(peer.NamespaceSelector, space) && (peer.PodSelector is null || Labels.Match(peer.PodSelector, pods))));

    // Every namespace has its name as a label since 1.22; of other labels it is not known whether the own namespace has them.
    private static bool IsOwn(V1LabelSelector? selector, string? space) =>
        selector is null || space is null || selector.MatchLabels?.TryGetValue("kubernetes.io/metadata.name", out var name) != true || name == space;

    private static bool Lets(IList<V1NetworkPolicyPort>? ports, string port, string protocol) =>
        ports is not { Count: > 0 }
        || ports.Any(one => (one.Protocol ?? "TCP") == protocol && (one.Port is null || one.Port.Value == port
            || (one.EndPort is { } last && Number(one.Port.Value) is { } first && Number(port) is { } wanted && wanted >= first && wanted <= last)
            || Number(one.Port.Value) is null)); // a name, which some container may have

    private static int? Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Policies are for the pods' own ports, not for the service's.
    private static string Target(V1ServicePort port, Workload called)
    {
        var wanted = port.TargetPort?.Value ?? port.Port.ToString(CultureInfo.InvariantCulture);
        return Number(wanted) is null
            ? called.Containers.SelectMany(container => container.Ports ?? []).FirstOrDefault(one => one.Name == wanted)?.ContainerPort.ToString(CultureInfo.InvariantCulture) ?? wanted
            : wanted;
    }

    private static IReadOnlyDictionary<string, string> PodLabels(Workload workload) => workload.Pods.FirstOrDefault() is { } pod ? Labels.Of(pod.Metadata) : workload.Labels;

    private static string Pairs(V1LabelSelector? selector) => selector?.MatchLabels is { Count: > 0 } pairs ? string.Join(", ", pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "any label";

    private static bool IsRefusal(string line) => line.Contains("timeout", StringComparison.OrdinalIgnoreCase) || line.Contains("timed out", StringComparison.OrdinalIgnoreCase) || line.Contains("refused", StringComparison.OrdinalIgnoreCase);
}
