namespace Landfall.Kubernetes.Diagnosis.Running;

/// <summary>Containers that were ended because they used more memory than their limit.</summary>
internal sealed class OutOfMemory : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads)
        {
            foreach (var pod in workload.Pods)
            {
                foreach (var status in (pod.Status?.ContainerStatuses ?? []).Concat(pod.Status?.InitContainerStatuses ?? []))
                {
                    var isStated = status.State?.Terminated?.Reason == "OOMKilled" || status.LastState?.Terminated?.Reason == "OOMKilled";
                    // A signal 9 that the kubelet did not announce came from the kernel.
                    var isKilled = status.LastState?.Terminated?.ExitCode == 137 && !cluster.EventsOf("Pod", pod.Metadata.Name).Any(found => found.Reason == "Killing");
                    if (!isStated && !isKilled)
                        continue;
                    var limit = workload.Containers.FirstOrDefault(container => container.Name == status.Name)?.Resources?.Limits?.TryGetValue("memory", out var memory) == true ? memory.ToString() : "none";
                    yield return new Finding(
                        Cause.OutOfMemory,
                        workload.Object,
                        $"{status.Name} of {workload.Name} needs more memory than its limit ({limit}) and was ended {status.RestartCount} time(s).",
                        isStated ? Certainty.Stated : Certainty.Likely,
                        [$"pod {pod.Metadata.Name}, container {status.Name}: {(isStated ? "OOMKilled" : "exit code 137, and no event of the kubelet says that it ended it")}, limit {limit}"],
                        new Remedy("Raise the limit to what it needs, or find what it keeps.", $"kubectl set resources {workload.Reference} -c {status.Name} --limits=memory=…"));
                }
            }
        }
    }
}
