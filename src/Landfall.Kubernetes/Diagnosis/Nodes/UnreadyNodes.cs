namespace Landfall.Kubernetes.Diagnosis.Nodes;

/// <summary>Nodes that say of themselves, or of which the control plane says, that they are not ready or under pressure.</summary>
internal sealed class UnreadyNodes : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var node in cluster.Snapshot.Nodes)
        {
            var name = node.Metadata.Name;
            foreach (var condition in node.Status?.Conditions ?? [])
            {
                var seen = $"node {name}: {condition.Type} is {condition.Status}: {condition.Message}";
                if (condition.Type == "Ready" && condition.Status != "True")
                {
                    var cause = CauseOf(condition.Message ?? "");
                    yield return new Finding(
                        cause,
                        ClusterObject.Node(name),
                        $"The node {name} is not ready: {condition.Message}",
                        cause == Cause.NodeNotReady ? Certainty.Likely : Certainty.Shown,
                        [seen],
                        new Remedy($"Look at the kubelet and the container runtime of {name}; drain the node where it does not come back.", $"kubectl describe node {name}", $"kubectl drain {name} --ignore-daemonsets"));
                }
                else if (condition.Type.EndsWith("Pressure", StringComparison.Ordinal) && condition.Status == "True")
                {
                    yield return new Finding(
                        Cause.NodePressure,
                        ClusterObject.Node(name),
                        $"The node {name} has {condition.Type}, and pods are evicted from it.",
                        Certainty.Shown,
                        [seen],
                        new Remedy($"Free what {name} lacks, or move pods away.", $"kubectl describe node {name}"));
                }
            }
        }
    }

    // The words of the node lifecycle controller and of the kubelet's own check of the runtime.
    private static Cause CauseOf(string message) =>
        message.Contains("stopped posting node status", StringComparison.Ordinal) ? Cause.Kubelet
        : message.Contains("container runtime", StringComparison.OrdinalIgnoreCase) || message.Contains("PLEG", StringComparison.Ordinal) ? Cause.ContainerRuntime
        : Cause.NodeNotReady;
}
