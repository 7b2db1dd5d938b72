using k8s;
using k8s.Autorest;
using k8s.Models;
using Landfall.Kubernetes.Diagnosis;

namespace Landfall.Kubernetes.Api;

/// <summary>Reads what containers that do not run well said last.</summary>
/// <param name="client">The server.</param>
internal sealed class PodLogs(IKubernetes client)
{
    // Of each container, its last lines.
    private const int Lines = 200;

    // The server fetches each log from its pod's node: a few at a time, so that a cluster in trouble gets no load on top of it.
    private const int AtATime = 8;

    /// <summary>Reads.</summary>
    /// <param name="pods">The pods.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The lines by the name of the workload, oldest first within a container.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ReadAsync(IEnumerable<V1Pod> pods, CancellationToken cancellation)
    {
        var ailing = pods.SelectMany(pod => (pod.Status?.ContainerStatuses ?? []).Where(status => !status.Ready || status.RestartCount > 0).Select(status => (Pod: pod, Status: status))).ToList();
        var lines = new IReadOnlyList<string>[ailing.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation };
        await Parallel.ForAsync(0, ailing.Count, options, async (at, stop) => lines[at] = await ReadAsync(ailing[at].Pod, ailing[at].Status, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return ailing.Zip(lines).GroupBy(read => WorkloadList.NameOf(read.First.Pod)).ToDictionary(workload => workload.Key, workload => (IReadOnlyList<string>)[.. workload.SelectMany(read => read.Second)]);
    }

    // What it said before it ended counts, where it ended.
    private async Task<IReadOnlyList<string>> ReadAsync(V1Pod pod, V1ContainerStatus status, CancellationToken cancellation)
    {
        try
        {
            using var stream = await client.CoreV1.ReadNamespacedPodLogAsync(
                pod.Metadata.Name, pod.Metadata.NamespaceProperty, container: status.Name, previous: status.State?.Running is null && status.RestartCount > 0, tailLines: Lines, cancellationToken: cancellation).ConfigureAwait(false);
            using var reader = new StreamReader(stream);
            return (await reader.ReadToEndAsync(cancellation).ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (HttpOperationException)
        {
            return []; // it never ran, or its node does not answer
        }
    }
}
