using System.Text.RegularExpressions;

namespace Landfall.Kubernetes.Diagnosis.Starting;

/// <summary>Containers that end because they may not read or write a volume.</summary>
internal sealed partial class VolumePermissions : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads.Where(workload => workload.IsAiling))
        {
            var mounts = workload.Containers.SelectMany(container => container.VolumeMounts ?? []).Where(mount => !mount.MountPath.StartsWith("/var/run/secrets/", StringComparison.Ordinal)).ToList();
            if (mounts.Count == 0)
                continue;
            var line = cluster.LogsOf(workload).LastOrDefault(line => Denied().IsMatch(line))
                ?? cluster.EventsOf(workload).LastOrDefault(found => found.Type == "Warning" && Denied().IsMatch(found.Message))?.Message;
            if (line is null)
                continue;
            var mount = mounts.FirstOrDefault(mount => line.Contains(mount.MountPath, StringComparison.Ordinal)) ?? mounts[0];
            yield return new Finding(
                Cause.VolumePermission,
                workload.Object,
                $"{workload.Name} may not use its volume at {mount.MountPath}.",
                Certainty.Stated,
                [$"log of {workload.Name}: {line}", $"{workload.Reference} mounts {mount.Name} at {mount.MountPath}"],
                new Remedy("Set securityContext.fsGroup to a group that owns the volume, or give its folder to the user that the container runs as.", $"kubectl edit {workload.Reference}"));
        }
    }

    [GeneratedRegex(@"permission denied|EACCES|operation not permitted|AccessDeniedException|read-only file system", RegexOptions.IgnoreCase)]
    private static partial Regex Denied();
}
