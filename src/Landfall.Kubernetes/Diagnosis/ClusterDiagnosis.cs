using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Diagnosis;

/// <summary>From what is wrong in a cluster to its cause.</summary>
internal static class ClusterDiagnosis
{
    private static readonly IAnalyzer[] Analyzers =
    [
        new Nodes.NodeServices(),
        new Nodes.UnreadyNodes(),
        new Nodes.IdleScheduler(),
        new Nodes.UnreachableFromNode(),
        new Admission.RefusedPods(),
        new Admission.RefusedServices(),
        new Admission.RefusedClaims(),
        new Scheduling.UnschedulablePods(),
        new Storage.UnboundClaims(),
        new Starting.ImagePulls(),
        new Starting.MissingReferences(),
        new Starting.VolumePermissions(),
        new Running.OutOfMemory(),
        new Running.FailingProbes(),
        new Running.PortConflicts(),
        new Running.ZeroReplicas(),
        new Running.DatabaseErrors(),
        new Running.Crashes(),
        new Routing.ServiceSelectors(),
        new Routing.ServicePorts(),
        new Routing.ServiceAddresses(),
        new Routing.NameResolution(),
        new Routing.Gateways(),
        new Routing.NetworkPolicies(),
        new Scaling.Autoscalers(),
        new Scaling.DisruptionBudgets(),
        new Batch.FailedJobs(),
        new Batch.CronJobs(),
        new Performance.SlowServices(),
    ];

    /// <returns>The causes, the likeliest first, each once; none where nothing is wrong.</returns>
    public static IReadOnlyList<Finding> Of(ClusterSnapshot snapshot)
    {
        var cluster = new Cluster(snapshot);
        var all = Analyzers.SelectMany(analyzer => analyzer.Analyze(cluster)).ToList();
        var explained = all.Where(finding => finding.Confidence > Certainty.Unexplained).Select(finding => finding.Object).ToHashSet();
        return
        [
            // A crash, for example, of which another rule knows the cause, is told by that rule alone.
            .. all.Where(finding => finding.Confidence != Certainty.Unexplained || !explained.Contains(finding.Object)).GroupBy(finding => (finding.Cause, finding.Object))
                .Select(group => group.MaxBy(finding => finding.Confidence)!)
                .OrderByDescending(finding => finding.Confidence)
                .ThenByDescending(finding => Reach.Of(finding, cluster))
                .ThenBy(finding => finding.Object.ToString(), StringComparer.Ordinal)
                .ThenBy(finding => finding.Cause.Name, StringComparer.Ordinal),
        ];
    }
}
