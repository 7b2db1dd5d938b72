using Landfall.Aws.Alarms;
using Landfall.Aws.CloudFormation;
using Landfall.Config.Plan;
using Landfall.Operations.Alarms;
using Landfall.Operations.Deployment;
using Landfall.Operations.Status;

namespace Landfall.Operations.Events;

/// <summary>Reads what ECS, CloudFormation and CloudWatch have noted of an environment, as one.</summary>
/// <param name="target">The account and region.</param>
/// <param name="plan">The environment.</param>
/// <param name="services">The services that are looked at.</param>
/// <param name="all">True to look at the stacks and alarms that are no service's, too.</param>
internal sealed class EventReader(AwsTarget target, AppPlan plan, IReadOnlyList<ServicePlan> services, bool all)
{
    /// <summary>Reads.</summary>
    /// <param name="since">From when on.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What has happened.</returns>
    public async Task<EnvironmentEvents> ReadAsync(DateTimeOffset since, CancellationToken stop)
    {
        using var calls = new BoundedCalls(stop);
        var containers = services.OfType<ContainerServicePlan>().Where(s => s is not JobServicePlan).ToList();
        var ecs = new ServiceReader(target.Session, plan.AwsNames.Cluster, calls).ReadAsync([.. containers.Select(s => s.Name)], stop);
        var stacks = StacksAsync(calls, since, stop);
        var alarms = calls.AskAsync<IReadOnlyList<MetricAlarmState>>("alarms", async () => await new AlarmClient(target.Session).ListAsync($"{plan.Prefix}-", stop).ConfigureAwait(false));
        await Task.WhenAll(ecs, stacks, alarms).ConfigureAwait(false);
        var (facts, owners) = (await ecs.ConfigureAwait(false), new AlarmOwner(plan));
        IEnumerable<SeenEvent> events =
        [
            .. containers.SelectMany(s => Of(s.Title, facts.GetValueOrDefault(s.Name))),
            .. await stacks.ConfigureAwait(false),
            .. from alarm in await alarms.ConfigureAwait(false) ?? []
               where alarm is { State: not "INSUFFICIENT_DATA", Since: not null } && (all ? owners.Of(alarm.Name) is not null : owners.IsOf(alarm.Name, services))
               select new SeenEvent(alarm.Since!.Value, "alarm", alarm.Name, $"{alarm.State}: {alarm.Reason}"),
        ];
        return new EnvironmentEvents(plan.App, plan.Environment, since, [.. events.Where(e => e.Time >= since).OrderBy(e => e.Time)], calls.Unread);
    }

    private static IEnumerable<SeenEvent> Of(string service, ServiceFacts? facts) =>
    [
        .. (facts?.Service?.Events ?? []).Select(e => new SeenEvent(e.Time, "ecs", service, e.Message)),
        .. (facts?.Stopped ?? []).Select(t => new SeenEvent(t.Ended ?? t.Created, "task", service, $"{t.Id} ended: {StoppedGroup.ReasonOf(t)}")),
    ];

    private async Task<IReadOnlyList<SeenEvent>> StacksAsync(BoundedCalls calls, DateTimeOffset since, CancellationToken stop)
    {
        var stacks = await calls.AskAsync<IReadOnlyList<Stack>>("stacks", async () => await EnvironmentStacks.ListAsync(target.Regions, plan, stop).ConfigureAwait(false)).ConfigureAwait(false) ?? [];
        var own = services.Select(s => plan.AwsNames.Stack(s.Name)).ToHashSet(StringComparer.Ordinal);
        var read = await Task.WhenAll(stacks.Where(s => (all || own.Contains(s.Name)) && (s.Updated >= since || StackStates.IsBusy(s.Status))).Select(async stack =>
        {
            var events = await calls.AskAsync<IReadOnlyList<StackEvent>>(
                $"events of {stack.Name}", async () => await target.Regions.ClientOf(stack.Name).ListEventsAsync(stack.Id, since, stop).ConfigureAwait(false)).ConfigureAwait(false);

            // The stack's own, and what failed: the rest is hundreds of lines that say that all went well.
            return (events ?? []).Where(e => e.PhysicalId == stack.Id || e.Status.EndsWith("_FAILED", StringComparison.Ordinal))
                .Select(e => new SeenEvent(e.Time, "cloudformation", stack.Name, $"{(e.PhysicalId == stack.Id ? "" : $"{e.LogicalId} ")}{e.Status}{(e.Reason is { Length: > 0 } reason ? $": {reason}" : "")}"));
        })).ConfigureAwait(false);
        return [.. read.SelectMany(e => e)];
    }
}
