namespace Landfall.AIOps.Changes;

/// <summary>Reads Kubernetes events (the <c>events.k8s.io</c> objects that <c>kubectl get events</c> prints) as signals.</summary>
public static class KubernetesEvents
{
    private static readonly Dictionary<string, ChangeKind> Reasons = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ScalingReplicaSet"] = ChangeKind.Scaling,
        ["SuccessfulRescale"] = ChangeKind.Scaling,
        ["SuccessfulCreate"] = ChangeKind.Scaling,
        ["SuccessfulDelete"] = ChangeKind.Scaling,
        ["DeploymentRollback"] = ChangeKind.Deployment,
        ["Pulled"] = ChangeKind.Deployment,
        ["Killing"] = ChangeKind.Restart,
        ["BackOff"] = ChangeKind.Restart,
        ["CrashLoopBackOff"] = ChangeKind.Restart,
        ["Preempted"] = ChangeKind.Restart,
        ["OOMKilling"] = ChangeKind.OutOfMemory,
        ["OOMKilled"] = ChangeKind.OutOfMemory,
        ["SystemOOM"] = ChangeKind.OutOfMemory,
        ["Failed"] = ChangeKind.StartFailure,
        ["ErrImagePull"] = ChangeKind.StartFailure,
        ["ImagePullBackOff"] = ChangeKind.StartFailure,
        ["FailedCreate"] = ChangeKind.StartFailure,
        ["FailedScheduling"] = ChangeKind.StartFailure,
        ["FailedMount"] = ChangeKind.StartFailure,
        ["FailedAttachVolume"] = ChangeKind.StartFailure,
        ["Unhealthy"] = ChangeKind.Unhealthy,
        ["ProbeWarning"] = ChangeKind.Unhealthy,
        ["Evicted"] = ChangeKind.Infrastructure,
        ["NodeNotReady"] = ChangeKind.Infrastructure,
        ["NodeNotSchedulable"] = ChangeKind.Infrastructure,
        ["EvictionThresholdMet"] = ChangeKind.Infrastructure,
        ["Rebooted"] = ChangeKind.Infrastructure,
    };

    /// <summary>Turns one event into a signal.</summary>
    /// <param name="time">The event's <c>eventTime</c> or <c>lastTimestamp</c>.</param>
    /// <param name="node">The node of the topology that the involved object belongs to.</param>
    /// <param name="reason">The event's <c>reason</c>; an unknown one becomes <see cref="ChangeKind.Other"/>.</param>
    /// <param name="message">The event's <c>message</c>.</param>
    public static ChangeEvent Read(DateTimeOffset time, string node, string reason, string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(node);
        var kind = Reasons.GetValueOrDefault(reason ?? "", ChangeKind.Other);
        return new ChangeEvent(time, node, kind, string.IsNullOrEmpty(message) ? reason ?? "" : $"{reason}: {message}", "kubernetes");
    }
}
