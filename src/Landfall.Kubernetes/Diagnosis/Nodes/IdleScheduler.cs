namespace Landfall.Kubernetes.Diagnosis.Nodes;

/// <summary>Pods that nobody tried to place: a scheduler that runs places a pod or says why it cannot.</summary>
internal sealed class IdleScheduler : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        var waiting = cluster.Snapshot.Pods.Where(pod => pod.Status?.Phase == "Pending" && pod.Spec.NodeName is null
            && pod.Status.Conditions?.Any(c => c.Type == "PodScheduled") != true
            && !cluster.EventsOf("Pod", pod.Metadata.Name).Any()).ToList();
        if (waiting.Count == 0)
            yield break;
        var master = cluster.Snapshot.Nodes.FirstOrDefault(node => NodeRoles.IsControlPlane(node))?.Metadata.Name ?? "control-plane";
        yield return new Finding(
            Cause.Scheduler,
            ClusterObject.Node(master),
            $"No scheduler looks at {waiting.Count} waiting pod(s): they are on no node, and no event says why.",
            Certainty.Likely,
            [.. waiting.Select(pod => $"pod {pod.Metadata.Name}: Pending, no node, no condition PodScheduled, no event")],
            new Remedy($"Start kube-scheduler on {master}.", "kubectl get pods -n kube-system -l component=kube-scheduler"))
        {
            RuledOut = ["Too few resources, taints or affinity: the scheduler would say so in an event"],
        };
    }
}
