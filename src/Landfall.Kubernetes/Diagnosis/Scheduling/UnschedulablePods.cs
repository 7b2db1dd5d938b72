using k8s.Models;
using Landfall.Kubernetes.Diagnosis.Nodes;

namespace Landfall.Kubernetes.Diagnosis.Scheduling;

/// <summary>
/// Pods for which the scheduler finds no node. Its message counts reasons over all nodes, those that the pod was never meant for among
/// them; so the nodes that the pod asks for are looked at alone: where it asks for none that exists, its wish is the cause, else what
/// keeps it from most of them.
/// </summary>
internal sealed class UnschedulablePods : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads)
        {
            foreach (var pod in workload.Pods.Where(pod => pod.Status?.Phase == "Pending" && pod.Spec.NodeName is null))
            {
                var message = cluster.EventsOf("Pod", pod.Metadata.Name).LastOrDefault(found => found.Reason == "FailedScheduling")?.Message
                    ?? pod.Status!.Conditions?.FirstOrDefault(c => c.Type == "PodScheduled" && c.Status == "False")?.Message;
                if (message is null || SchedulerMessage.IsAboutClaims(message))
                    continue;
                var said = SchedulerMessage.Read(message);
                var blocker = Decide(cluster, pod.Spec, said);
                if (blocker != Blocker.None)
                    yield return Finding(cluster, workload, pod, blocker, message);
            }
        }
    }

    private static Blocker Decide(Cluster cluster, V1PodSpec pod, IReadOnlyDictionary<Blocker, int> said)
    {
        // The control plane is closed to ordinary pods on purpose: that it is closed is never the cause.
        var nodes = cluster.Snapshot.Nodes.Where(node => !NodeRoles.IsControlPlane(node) || IsOpen(pod, node)).ToList();
        var selected = nodes.Where(node => NodeFit.MatchesSelector(pod, node)).ToList();
        if (nodes.Count > 0 && selected.Count == 0)
            return Blocker.NodeSelector;
        var wanted = selected.Where(node => NodeFit.MatchesAffinity(pod, node)).ToList();
        if (nodes.Count > 0 && wanted.Count == 0)
            return Blocker.NodeAffinity;
        var counted = wanted.Select(node => First(cluster, pod, node)).Where(blocker => blocker != Blocker.None).GroupBy(blocker => blocker).ToDictionary(group => group.Key, group => group.Count());
        // What only the placement of other pods tells, and what was full when the scheduler looked, its message tells alone.
        foreach (var (reason, count) in said.Where(reason => reason.Key > Blocker.Taint && !counted.ContainsKey(reason.Key)))
            counted[reason] = count;
        if (counted.Count == 0)
        {
            foreach (var (reason, count) in said)
                counted[reason] = count;
        }
        return counted.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key).FirstOrDefault().Key;
    }

    private static bool IsOpen(V1PodSpec pod, V1Node node) => !NodeFit.IsCordoned(node) && NodeFit.Untolerated(pod, node) is null;

    private static Blocker First(Cluster cluster, V1PodSpec pod, V1Node node) =>
        NodeFit.IsCordoned(node) ? Blocker.Cordon
        : NodeFit.Untolerated(pod, node) is not null ? Blocker.Taint
        : NodeFit.Requested(pod, "cpu") > NodeFit.Free(cluster, node, "cpu") ? Blocker.Cpu
        : NodeFit.Requested(pod, "memory") > NodeFit.Free(cluster, node, "memory") ? Blocker.Memory
        : Blocker.None;

    private static Finding Finding(Cluster cluster, Workload workload, V1Pod pod, Blocker blocker, string message)
    {
        var name = workload.Name;
        var (cause, why, remedy) = blocker switch
        {
            Blocker.NodeSelector => (Cause.NodeSelector, $"asks for nodes with {Pairs(pod.Spec.NodeSelector)}, and no node has that", Change(workload, "Label a node so, or take the selector away.")),
            Blocker.NodeAffinity => (Cause.NodeAffinity, $"asks for nodes by affinity ({Terms(pod.Spec)}), and no node is such", Change(workload, "Label a node so, or change the affinity.")),
            Blocker.Cordon => (Cause.Cordon, $"may only be on nodes that are cordoned: {Names(cluster.Snapshot.Nodes.Where(NodeFit.IsCordoned))}", new Remedy("Open the node again once nothing speaks against it.", [.. cluster.Snapshot.Nodes.Where(n => NodeFit.IsCordoned(n) && !NodeRoles.IsControlPlane(n)).Select(n => $"kubectl uncordon {n.Metadata.Name}")])),
            Blocker.Taint => (Cause.Taint, $"does not tolerate the taints of the nodes: {Taints(cluster, pod.Spec)}", Change(workload, "Add a toleration, or take the taint from a node.")),
            Blocker.Cpu => (Cause.CpuCapacity, $"asks for {NodeFit.Requested(pod.Spec, "cpu")} CPU, more than any node it may be on has left", Change(workload, "Ask for less CPU, or add a larger node.")),
            Blocker.Memory => (Cause.MemoryCapacity, $"asks for {Mebibytes(NodeFit.Requested(pod.Spec, "memory"))} of memory, more than any node it may be on has left", Change(workload, "Ask for less memory, or add a larger node.")),
            Blocker.HostPort => (Cause.HostPort, "asks for a port of the node that another pod has on each", Change(workload, "Give up the host port.")),
            Blocker.AntiAffinity => (Cause.AntiAffinity, "must not be beside pods that are on every node it may be on", Change(workload, "Ask for fewer replicas, or make the rule a preference.")),
            Blocker.PodAffinity => (Cause.PodAffinity, "must be beside a pod that is on no node", Change(workload, "Change the affinity, or start what it names.")),
            Blocker.Spread => (Cause.Spread, "must be spread over zones or nodes, of which one has no room", Change(workload, "Allow more skew, or add a node where it is lacking.")),
            Blocker.VolumeZone => (Cause.VolumeZone, "has a volume in a zone in which no node has room", Change(workload, "Add a node in the volume's zone.")),
            _ => (Cause.OtherCapacity, "asks for something that no node has left", Change(workload, "Ask for less, or add nodes.")),
        };
        return new Finding(cause, workload.Object, $"{name} {why}.", Certainty.Stated, [$"pod {pod.Metadata.Name}: {message}"], remedy)
        {
            RuledOut = [.. RuledOut(cluster, pod.Spec, blocker)],
        };
    }

    private static IEnumerable<string> RuledOut(Cluster cluster, V1PodSpec pod, Blocker blocker)
    {
        var open = cluster.Snapshot.Nodes.Where(node => !NodeFit.IsCordoned(node)).ToList();
        // Without the pods of other namespaces what is left of a node is not known.
        if (blocker is not (Blocker.Cpu or Blocker.Memory) && cluster.HasRead("Pod") && open.Any(node => NodeFit.Requested(pod, "cpu") <= NodeFit.Free(cluster, node, "cpu") && NodeFit.Requested(pod, "memory") <= NodeFit.Free(cluster, node, "memory")))
            yield return "Too little CPU or memory: an open node has enough of both";
        if (blocker != Blocker.Taint && open.Any(node => NodeFit.Untolerated(pod, node) is null))
            yield return "Taints: an open node has none that keeps it away";
    }

    private static Remedy Change(Workload workload, string summary) => new(summary, $"kubectl edit {workload.Reference}");

    private static string Pairs(IDictionary<string, string> pairs) => string.Join(", ", pairs.Select(pair => $"{pair.Key}={pair.Value}"));

    private static string Terms(V1PodSpec pod) => string.Join(" or ", pod.Affinity!.NodeAffinity!.RequiredDuringSchedulingIgnoredDuringExecution!.NodeSelectorTerms
        .Select(term => string.Join(" and ", (term.MatchExpressions ?? []).Select(e => $"{e.Key} {e.OperatorProperty} {string.Join('|', e.Values ?? [])}".TrimEnd()))));

    private static string Taints(Cluster cluster, V1PodSpec pod) => string.Join(", ", cluster.Snapshot.Nodes
        .Select(node => (Node: node, Taint: NodeFit.Untolerated(pod, node))).Where(pair => pair.Taint is not null)
        .Select(pair => $"{pair.Node.Metadata.Name} {pair.Taint!.Key}={pair.Taint.Value}:{pair.Taint.Effect}"));

    private static string Names(IEnumerable<V1Node> nodes) => string.Join(", ", nodes.Select(node => node.Metadata.Name));

    private static string Mebibytes(decimal bytes) => FormattableString.Invariant($"{bytes / 1048576:0.#} MiB");
}
