using k8s.Models;
using Landfall.Kubernetes.Diagnosis;

namespace Landfall.Kubernetes.Saved;

/// <summary>Reads logs of pods that stand beside saved objects: a pod's name is a part of the path, as must-gather and cluster-info write it.</summary>
internal static class SavedLogs
{
    // What a container said last tells why it ended; older lines are not kept in memory.
    private const int LastLines = 5000;

    /// <returns>The lines by workload.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string folder, IEnumerable<string> files, IReadOnlyList<V1Pod> pods)
    {
        var byName = pods.GroupBy(pod => pod.Metadata.Name).ToDictionary(group => group.Key, group => group.First());
        var logs = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var file in files.Where(file => Path.GetExtension(file) == ".log" || Path.GetFileName(file) == "logs.txt"))
        {
            var parts = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar);
            if (parts.Append(Path.GetFileNameWithoutExtension(file)).Select(byName.GetValueOrDefault).OfType<V1Pod>().FirstOrDefault() is not { } pod)
                continue;
            var workload = WorkloadList.NameOf(pod);
            logs[workload] = [.. logs.GetValueOrDefault(workload) ?? [], .. File.ReadLines(file).TakeLast(LastLines)];
        }
        return logs;
    }
}
