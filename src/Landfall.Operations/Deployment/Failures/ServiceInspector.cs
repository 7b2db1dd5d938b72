using Landfall.Aws;
using Landfall.Aws.Containers;
using Landfall.Aws.LoadBalancing;

namespace Landfall.Operations.Deployment.Failures;

/// <summary>Finds out why the tasks of a service end. CloudFormation itself says only that it gave up waiting, up to hours later.</summary>
/// <param name="session">The account and region.</param>
internal sealed class ServiceInspector(AwsSession session)
{
    // AWS's clock and this machine's may differ.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    private readonly ContainerServiceClient _services = new(session);

    /// <summary>Looks for tasks that have failed.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="resource">The service's logical id.</param>
    /// <param name="arn">The service's ARN.</param>
    /// <param name="since">Earlier tasks are of no interest.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The failure of the last such task; null when none has failed.</returns>
    public async Task<ServiceFailure?> InspectAsync(string stack, string resource, string arn, DateTimeOffset since, CancellationToken stop)
    {
        if (arn.Split('/') is not [_, var cluster, var name])
            return null;
        var service = await _services.FindServiceAsync(cluster, name, stop).ConfigureAwait(false);
        var stopped = await _services.ListStoppedAsync(cluster, name, stop).ConfigureAwait(false);
        var task = stopped.FirstOrDefault(t => t.Group == $"service:{name}" && t.Created >= since - ClockSkew
            && (service is null || t.TaskDefinition == service.TaskDefinition) && HasFailed(t));
        if (task is null)
            return null;

        var evidence = TaskEvidence.OfContainers(task).ToList();
        foreach (var group in service?.TargetGroups ?? [])
            evidence.AddRange(await HealthAsync(group, stop).ConfigureAwait(false));
        evidence.AddRange(await new TaskEvidence(session).OfLogAsync(task, stop).ConfigureAwait(false));
        return new ServiceFailure(stack, resource, task.Reason.Length > 0 ? task.Reason : task.StopCode, evidence);
    }

    /// <summary>
    /// Tells a failure from a task that ECS ends in the course of things. Source: ECS API Reference, Task: <c>stopCode</c>;
    /// a task that fails its health check is ended by the service's scheduler, with the check in the reason.
    /// </summary>
    internal static bool HasFailed(StoppedTask task) =>
        task.StopCode is "TaskFailedToStart" or "EssentialContainerExited"
        || (task.StopCode == "ServiceSchedulerInitiated" && task.Reason.Contains("health check", StringComparison.OrdinalIgnoreCase));

    private async Task<IEnumerable<string>> HealthAsync(string group, CancellationToken stop) =>
        (await new LoadBalancerClient(session).ListTargetHealthAsync(group, stop).ConfigureAwait(false))
            .Where(h => h.State is "unhealthy" or "unavailable")
            .Select(h => $"target {h.Target} is {h.State}: {(h.Description.Length > 0 ? h.Description : h.Reason)}");
}
