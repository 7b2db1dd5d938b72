namespace Landfall.Kubernetes.Diagnosis.Batch;

/// <summary>Jobs that were given up, by what they say of themselves (Kubernetes documentation, "Jobs"); why their pods failed other rules tell.</summary>
internal sealed class FailedJobs : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        // Of one cron job the last run counts: those before it are over.
        foreach (var group in cluster.Snapshot.Jobs.GroupBy(job => job.Metadata.OwnerReferences?.FirstOrDefault(owner => owner.Kind == "CronJob")?.Name ?? $"/{job.Metadata.Name}"))
        {
            var job = group.MaxBy(one => one.Metadata.CreationTimestamp)!;
            if (job.Status?.Conditions?.FirstOrDefault(condition => condition.Type == "Failed" && condition.Status == "True") is not { } failed)
                continue;
            var name = job.Metadata.Name;
            var deadline = failed.Reason == "DeadlineExceeded";
            yield return new Finding(
                Cause.JobFailed, ClusterObject.App(name),
                $"The job {name} was given up: {(deadline ? $"it took longer than the {job.Spec?.ActiveDeadlineSeconds} s that it has" : failed.Message ?? failed.Reason)}.",
                deadline ? Certainty.Stated : Certainty.Unexplained,
                [$"job {name}: {failed.Reason}: {failed.Message}", .. LastWords(cluster, name)],
                deadline
                    ? new Remedy("See what it was at, and give it more time where that is right.", $"kubectl logs job/{name}", $"kubectl describe job {name}")
                    : new Remedy("See what its pods said, and start it anew once that is mended.", $"kubectl logs job/{name} --all-containers", $"kubectl describe job {name}"));
        }
    }

    private static IEnumerable<string> LastWords(Cluster cluster, string job) =>
        cluster.Snapshot.Logs.TryGetValue(job, out var lines) && lines.Count > 0 ? [$"its last words: {lines[^1]}"] : [];
}
