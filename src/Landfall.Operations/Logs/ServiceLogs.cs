using Landfall.Aws.Containers;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Logs;

/// <summary>Finds the logs of services.</summary>
internal static class ServiceLogs
{
    /// <summary>The logs of services, with all that they have.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="services">The services; a site has no log of its own.</param>
    /// <returns>The logs.</returns>
    public static IReadOnlyList<ServiceLog> Of(AppPlan plan, IEnumerable<ServicePlan> services) =>
        [.. services.OfType<ContainerServicePlan>().Select(service => new ServiceLog(service.Title, plan.AwsNames.LogGroup(service.Name), null))];

    /// <summary>The logs of the task of each service that has ended last.</summary>
    /// <param name="target">The account and region.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="services">The services.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The logs of those that ECS remembers a task of, for about an hour.</returns>
    public static async Task<IReadOnlyList<ServiceLog>> OfPreviousAsync(AwsTarget target, AppPlan plan, IEnumerable<ServicePlan> services, CancellationToken stop)
    {
        var stopped = (await new ClusterClient(target.Session).ListStoppedAsync(plan.AwsNames.Cluster, stop).ConfigureAwait(false)).ToLookup(task => task.Group, StringComparer.Ordinal);
        var client = new ContainerServiceClient(target.Session);
        var found = await Task.WhenAll(services.OfType<ContainerServicePlan>().Select(async service =>
        {
            if (stopped[$"service:{service.Name}"].MaxBy(task => task.Ended ?? task.Created) is not { } last)
                return [];
            var logs = await client.ListLogsAsync(last.TaskDefinition, stop).ConfigureAwait(false);
            return logs.GroupBy(log => log.Group).Select(group => new ServiceLog(service.Title, group.Key, [.. group.Select(log => log.StreamOf(last.Id))]));
        })).ConfigureAwait(false);
        return [.. found.SelectMany(logs => logs)];
    }
}
