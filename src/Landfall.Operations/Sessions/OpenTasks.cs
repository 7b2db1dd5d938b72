using Landfall.Aws.Containers;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Sessions;

/// <summary>Finds a running task that takes sessions.</summary>
/// <param name="target">The account and region.</param>
/// <param name="plan">The environment.</param>
internal sealed class OpenTasks(AwsTarget target, AppPlan plan)
{
    /// <summary>Finds one of a service.</summary>
    /// <param name="service">The service or job.</param>
    /// <param name="task">The id of the task, or the beginning of it; null for the newest.</param>
    /// <param name="container">The container; null for the service's own.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The container.</returns>
    /// <exception cref="LandfallException">There is none, or it takes no sessions.</exception>
    public async Task<OpenTask> FindAsync(ContainerServicePlan service, string? task, string? container, CancellationToken stop)
    {
        if (!service.Task.Exec)
            throw new LandfallException(ErrorCodes.SessionClosed, $"'{service.Title}' takes no sessions. Write 'exec: true' in its part of the file and deploy; what that opens is in docs/run.md.");
        var running = (await new ClusterClient(target.Session).ListRunningAsync(plan.AwsNames.Cluster, stop).ConfigureAwait(false))
            .Where(one => one.Status == "RUNNING" && (one.Group == $"service:{service.Name}" || one.Group == $"family:{plan.AwsNames.Prefix}-{service.Name}"))
            .Where(one => task is null || one.Id.StartsWith(task, StringComparison.Ordinal))
            .OrderByDescending(one => one.Created).ThenBy(one => one.Arn, StringComparer.Ordinal).ToList();
        if (running.Count == 0)
            throw new LandfallException(ErrorCodes.SessionClosed, $"No task {(task is null ? "" : $"'{task}' ")}of '{service.Title}' runs in '{plan.Environment}'. See which do: landfall status {service.Title} --env {plan.Environment} --json.");
        var open = running.Find(one => one.TakesSessions)
            ?? throw new LandfallException(ErrorCodes.SessionClosed, $"The tasks of '{service.Title}' were started before it had 'exec: true'. Deploy, so that they are replaced.");
        var found = open.Containers.FirstOrDefault(one => one.Name == (container ?? service.Name))
            ?? throw new LandfallException(ErrorCodes.SessionClosed, $"The task has no container '{container}'. It has {string.Join(", ", open.Containers.Select(one => one.Name).Order(StringComparer.Ordinal))}.");
        if (found.SessionAgent is not "RUNNING")
            throw new LandfallException(ErrorCodes.SessionClosed, $"The agent that takes sessions does not run in '{found.Name}' of task {open.Id} (ECS says {found.SessionAgent ?? "nothing of it"}). It starts some seconds after the container; where it never does, the image has no /bin/sh, or the task no way to Systems Manager.");
        return new OpenTask(open.Arn, open.Id, found.Name, found.RuntimeId);
    }
}
