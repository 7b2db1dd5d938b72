namespace Landfall.Kubernetes.Diagnosis.Running;

/// <summary>Containers that end again and again, and pods that were evicted: what is said where no other rule knows more.</summary>
internal sealed class Crashes : IAnalyzer
{
    private const int LogLines = 5;

    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads)
        {
            foreach (var pod in workload.Pods)
            {
                if (pod.Status?.Reason == "Evicted")
                {
                    yield return new Finding(Cause.Evicted, workload.Object, $"A pod of {workload.Name} was evicted: {pod.Status.Message}", Certainty.Likely,
                        [$"pod {pod.Metadata.Name}: Evicted: {pod.Status.Message}"], new Remedy("Ask for what the pod needs, or free the node.", $"kubectl describe pod {pod.Metadata.Name}"));
                }
                foreach (var status in (pod.Status?.ContainerStatuses ?? []).Where(status => status.State?.Waiting?.Reason is "CrashLoopBackOff" or "RunContainerError" or "CreateContainerError" or "StartError"))
                {
                    var ended = status.LastState?.Terminated;
                    yield return new Finding(
                        Cause.Crash,
                        workload.Object,
                        $"{status.Name} of {workload.Name} ends again and again{(ended is null ? "" : $", last with exit code {ended.ExitCode}")}.",
                        Certainty.Unexplained,
                        [$"pod {pod.Metadata.Name}, container {status.Name}: {status.State.Waiting.Reason}, restarted {status.RestartCount} time(s)", .. cluster.LogsOf(workload).TakeLast(LogLines).Select(line => $"log of {workload.Name}: {line}")],
                        new Remedy("Read the last log lines before its end.", $"kubectl logs {pod.Metadata.Name} -c {status.Name} --previous"));
                }
            }
        }
    }
}
