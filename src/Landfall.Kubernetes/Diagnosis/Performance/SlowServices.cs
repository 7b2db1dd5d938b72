using System.Text.RegularExpressions;

namespace Landfall.Kubernetes.Diagnosis.Performance;

/// <summary>
/// Services that became slow or fail although they run: too little CPU for one of them, or a delay on the way. A slow service makes its
/// callers slow; so the slow ones that call no other slow one are looked at. Most of what one node runs, and nothing else, is the node's network.
/// </summary>
internal sealed partial class SlowServices : IAnalyzer
{
    // Of a node of which fewer are slow, those have a reason of their own.
    private const double MostOfANode = 0.6;

    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        var found = cluster.Snapshot.Alerts is { Count: > 0 } alerts ? alerts : [.. MetricChanges.Of(cluster.Snapshot.Metrics)];
        var lines = found.Where(alert => cluster.Named(alert.Service) is not null).GroupBy(alert => alert.Service).ToDictionary(group => group.Key, group => group.SelectMany(alert => alert.Findings).ToList());
        var saturated = lines.Where(service => service.Value.Any(line => Saturated().IsMatch(line))).Select(service => service.Key).ToHashSet();
        var slow = lines.Where(service => service.Value.Any(line => IsOwn(service.Key, line) && Slow().IsMatch(line))).Select(service => service.Key).ToHashSet();
        var first = slow.Where(name => !cluster.CalledBy(name).Any(slow.Contains)).ToList();

        if (first.Count > 1 && !first.Any(saturated.Contains) && SlowNode(cluster, slow, first) is { } node)
        {
            var here = first.Where(name => NodesOf(cluster, name).Contains(node)).ToList();
            var failing = here.SelectMany(name => lines[name]).Any(line => Failing().IsMatch(line));
            yield return new Finding(failing ? Cause.NodeLoss : Cause.NodeDelay, ClusterObject.Node(node), $"What runs on {node} {(failing ? "fails to answer" : "became slow")}: {string.Join(", ", here)}.", Certainty.Likely,
                [.. here.SelectMany(name => Evidence(name, lines[name]))], new Remedy($"Look at the network of {node}; move its pods away.", $"kubectl cordon {node}"))
            { RuledOut = ["The services themselves: those on other nodes are not slow by themselves"] };
            yield break;
        }
        foreach (var name in first.Count > 0 ? first : [.. saturated])
        {
            yield return saturated.Contains(name)
                ? new Finding(Cause.CpuOverload, ClusterObject.App(name), $"{name} uses all the CPU that it may.", Certainty.Shown, [.. Evidence(name, lines[name])],
                    new Remedy("Raise its CPU limit, or run more of it; find what uses the CPU.", $"kubectl top pod -l app={name}"))
                : new Finding(Cause.PodDelay, ClusterObject.App(name), $"{name} became slow, and nothing that it calls did.", Certainty.Likely, [.. Evidence(name, lines[name])],
                    new Remedy("Look at the pod's network; start it on another node.", $"kubectl rollout restart {cluster.Named(name)!.Reference}"))
                { RuledOut = ["CPU: it is not saturated", "What it calls: none of it is slow"] };
        }
    }

    private static string? SlowNode(Cluster cluster, HashSet<string> slow, List<string> first)
    {
        var byNode = cluster.Workloads.SelectMany(workload => NodesOf(cluster, workload.Name).Select(node => (Node: node, workload.Name))).ToLookup(pair => pair.Node, pair => pair.Name);
        return byNode.FirstOrDefault(node => node.Count() > 1
            && node.Count(slow.Contains) > Math.Max(1, node.Count() * MostOfANode)
            && first.All(node.Contains))?.Key;
    }

    private static IEnumerable<string> NodesOf(Cluster cluster, string workload) =>
        cluster.Named(workload)?.Pods.Select(pod => pod.Spec.NodeName).OfType<string>().Distinct() ?? [];

    // An alert of one service may quote the series of another.
    private static bool IsOwn(string service, string line) => Series().Match(line) is not { Success: true } series || series.Groups[1].Value == service;

    private static IEnumerable<string> Evidence(string name, IEnumerable<string> lines) => lines.Take(3).Select(line => $"alert of {name}: {line}");

    [GeneratedRegex(@"SATURATION \[[^\]]*cpu", RegexOptions.IgnoreCase)]
    private static partial Regex Saturated();

    [GeneratedRegex("LATENCY|Slow Response", RegexOptions.IgnoreCase)]
    private static partial Regex Slow();

    [GeneratedRegex("ERROR|SUCCESS_RATE|PACKET|LOSS|FAILURE", RegexOptions.IgnoreCase)]
    private static partial Regex Failing();

    [GeneratedRegex(@"\| ([a-z0-9-]+?)-(?:p\d+latency|success_rate|rps|cpu|mem|network_\w+):")]
    private static partial Regex Series();
}
