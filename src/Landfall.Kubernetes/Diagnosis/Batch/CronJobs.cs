using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Batch;

/// <summary>Cron jobs that start nothing: paused, or given up by their controller (Kubernetes documentation, "CronJob", job creation).</summary>
internal sealed class CronJobs : IAnalyzer
{
    // Warnings of the controller that mean that no job was started. It warns of a job that it could not make with FailedCreate too.
    private static readonly string[] Reasons = ["TooManyMissedTimes", "FailedNeedsStart", "UnparseableSchedule", "InvalidSchedule", "UnknownTimeZone", "FailedCreate", "MissSchedule"];

    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var cron in cluster.Snapshot.CronJobs)
        {
            var name = cron.Metadata.Name;
            if (cron.Spec?.Suspend == true)
            {
                yield return new Finding(
                    Cause.CronJobSuspended, ClusterObject.App(name), $"The cron job {name} is paused: it starts nothing at {cron.Spec.Schedule}.", Certainty.Latent,
                    [$"cronjob {name}: suspend true"], new Remedy("Let it go on, if nobody paused it on purpose.", $"kubectl patch cronjob {name} -p '{{\"spec\":{{\"suspend\":false}}}}'"));
            }
            else if (cluster.EventsOf("CronJob", name).LastOrDefault(found => found.Type == "Warning" && Reasons.Contains(found.Reason)) is { } warning)
            {
                yield return new Finding(
                    Cause.CronJobMissed, ClusterObject.App(name), $"The cron job {name} starts nothing: {warning.Message}", Certainty.Stated,
                    [$"cronjob {name}: {warning.Reason}: {warning.Message}", $"cronjob {name}: schedule {cron.Spec?.Schedule}"], Remedy(cron, warning.Reason));
            }
        }
    }

    // After a hundred starts that were missed in a row the controller looks no further back than the deadline, if there is one.
    private static Remedy Remedy(V1CronJob cron, string reason) => reason is "TooManyMissedTimes" or "FailedNeedsStart" or "MissSchedule"
        ? new Remedy("Say how late a start may be, so that missed ones are let go.", $"kubectl patch cronjob {cron.Metadata.Name} -p '{{\"spec\":{{\"startingDeadlineSeconds\":200}}}}'")
        : new Remedy("Mend what it says.", $"kubectl edit cronjob {cron.Metadata.Name}");
}
