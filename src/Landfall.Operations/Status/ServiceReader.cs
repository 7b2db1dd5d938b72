using Landfall.Aws;
using Landfall.Aws.Containers;
using Landfall.Aws.LoadBalancing;

namespace Landfall.Operations.Status;

/// <summary>Reads what ECS and the load balancers say of services, in as few requests as they allow.</summary>
/// <param name="session">The account and region.</param>
/// <param name="cluster">The services' cluster.</param>
/// <param name="calls">Asks.</param>
internal sealed class ServiceReader(AwsSession session, string cluster, BoundedCalls calls)
{
    private readonly ClusterClient _client = new(session);

    /// <summary>Reads services.</summary>
    /// <param name="names">Their names in AWS.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The facts by name; none where ECS refuses to tell.</returns>
    public async Task<IReadOnlyDictionary<string, ServiceFacts>> ReadAsync(IReadOnlyList<string> names, CancellationToken stop)
    {
        if (names.Count == 0)
            return new Dictionary<string, ServiceFacts>();
        var running = calls.AskAsync<IReadOnlyList<RunningTask>>("tasks", async () => await _client.ListRunningAsync(cluster, stop).ConfigureAwait(false));
        var stopped = calls.AskAsync<IReadOnlyList<StoppedTask>>("stopped tasks", async () => await _client.ListStoppedAsync(cluster, stop).ConfigureAwait(false));
        var services = await calls.AskAsync<IReadOnlyList<RunningService>>("services", async () => await _client.ListServicesAsync(cluster, names, stop).ConfigureAwait(false)).ConfigureAwait(false);
        var byName = (services ?? []).ToDictionary(service => service.Name, StringComparer.Ordinal);
        var targets = Task.WhenAll(byName.Values.Select(async service => (service.Name, Health: await TargetsAsync(service, stop).ConfigureAwait(false))));
        var current = byName.Values.Select(service => service.CurrentRollout).OfType<string>().ToList();
        var rollouts = current.Count == 0
            ? Task.FromResult<IReadOnlyList<ServiceRollout>?>([])
            : calls.AskAsync<IReadOnlyList<ServiceRollout>>("rollouts", async () => await _client.DescribeRolloutsAsync(current, stop).ConfigureAwait(false));
        await Task.WhenAll(running, stopped, targets, rollouts).ConfigureAwait(false);
        if (services is null)
            return new Dictionary<string, ServiceFacts>();

        var tasks = (await running.ConfigureAwait(false) ?? []).ToLookup(task => task.Group, StringComparer.Ordinal);
        var ended = (await stopped.ConfigureAwait(false) ?? []).ToLookup(task => task.Group, StringComparer.Ordinal);
        var health = (await targets.ConfigureAwait(false)).ToDictionary(t => t.Name, t => t.Health, StringComparer.Ordinal);
        var byService = (await rollouts.ConfigureAwait(false) ?? []).ToLookup(rollout => rollout.Service, StringComparer.Ordinal);
        return names.ToDictionary(
            name => name,
            name => new ServiceFacts(
                byName.GetValueOrDefault(name),
                [.. tasks[$"service:{name}"]],
                [.. ended[$"service:{name}"]],
                health.GetValueOrDefault(name),
                byService[name].MaxBy(rollout => rollout.Started)),
            StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<TargetHealth>?> TargetsAsync(RunningService service, CancellationToken stop)
    {
        if (service.TargetGroups.Count == 0)
            return null;
        var client = new LoadBalancerClient(session);
        var groups = await Task.WhenAll(service.TargetGroups.Select(group => calls.AskAsync<IReadOnlyList<TargetHealth>>(
            $"targets of {service.Name}", async () => await client.ListTargetHealthAsync(group, stop).ConfigureAwait(false)))).ConfigureAwait(false);
        return groups.All(group => group is null) ? null : [.. groups.SelectMany(group => group ?? [])];
    }
}
