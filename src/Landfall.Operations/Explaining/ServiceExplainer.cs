using Landfall.Aws.Alarms;
using Landfall.Aws.CloudFormation;
using Landfall.Aws.Containers;
using Landfall.Aws.Logs;
using Landfall.Aws.SystemsManager;
using Landfall.Config.Plan;
using Landfall.Operations.Alarms;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Status;

namespace Landfall.Operations.Explaining;

/// <summary>Gathers what is known of a service and asks the rules.</summary>
/// <param name="target">The account and region.</param>
/// <param name="plan">The environment.</param>
/// <param name="service">The service.</param>
internal sealed class ServiceExplainer(AwsTarget target, AppPlan plan, ContainerServicePlan service)
{
    private const int MostLines = 10;
    private const int MostReasons = 3;

    // Far enough back for a deployment of yesterday: what is older has been seen to.
    private static readonly TimeSpan Recently = TimeSpan.FromDays(2);

    /// <summary>Explains.</summary>
    /// <param name="now">The time.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Why it is as it is.</returns>
    public async Task<Explanation> RunAsync(DateTimeOffset now, CancellationToken stop)
    {
        using var calls = new BoundedCalls(stop);
        var stackName = plan.AwsNames.Stack(service.Name);
        var client = target.Regions.ClientOf(stackName);
        var services = new ServiceReader(target.Session, plan.AwsNames.Cluster, calls).ReadAsync([service.Name], stop);
        var stackPart = $"stack {stackName}";
        var stacks = calls.AskAsync(stackPart, () => client.FindStackAsync(stackName, stop));
        var alarms = calls.AskAsync<IReadOnlyList<MetricAlarmState>>("alarms", async () => await new AlarmClient(target.Session).ListAsync(plan.AwsNames.Alarm(service.Name, ""), stop).ConfigureAwait(false));
        var released = ReleasedAsync(calls, stop);
        await Task.WhenAll(services, stacks, alarms, released).ConfigureAwait(false);

        var facts = (await services.ConfigureAwait(false)).GetValueOrDefault(service.Name);
        var stack = await stacks.ConfigureAwait(false);
        var status = ServiceStatus.Of(plan, service, facts, stack, await released.ConfigureAwait(false));
        var failed = stack is null || StackStates.Stands(stack.Status) && stack.Status != "UPDATE_ROLLBACK_COMPLETE" ? null : stack;
        if (facts is not null && status.Health is ServiceHealth.Healthy or ServiceHealth.Idle && failed is null)
            facts = facts! with { Stopped = [] }; // they ended, and others run in their place
        var reasons = failed is null ? [] : await ReasonsAsync(calls, client, stackName, now, stop).ConfigureAwait(false);
        var lines = facts is null ? [] : await LinesAsync(calls, facts, status, stop).ConfigureAwait(false);
        var owners = new AlarmOwner(plan);
        var known = new ServiceCase
        {
            Plan = plan,
            Service = service,
            Status = status,
            StackIsKnown = stack is not null || calls.Unread.All(part => part.What != stackPart),
            Facts = facts ?? new ServiceFacts(null, [], [], null, null),
            Alarms = [.. (await alarms.ConfigureAwait(false) ?? []).Where(alarm => alarm.State == "ALARM" && owners.IsOf(alarm.Name, [service]))],
            LastLines = lines,
            StackReasons = reasons,
        };
        return new Explanation(plan.App, plan.Environment, service.Title, status.Health, [.. HealthRules.All.Select(rule => rule.Explain(known)).OfType<Finding>()], calls.Unread, RepairLimits.Of(plan.Operate, plan.Operate.Mode));
    }

    private async Task<IReadOnlyDictionary<string, string>> ReleasedAsync(BoundedCalls calls, CancellationToken stop)
    {
        var nothing = new Dictionary<string, string>();
        if (!service.Image.Released)
            return nothing;
        return await calls.AskAsync<IReadOnlyDictionary<string, string>>("released image", async () =>
        {
            using var store = new ParameterStore(target.Session);
            return await store.ReadAsync([plan.AwsNames.ImageParameter(service.Name)], stop).ConfigureAwait(false);
        }).ConfigureAwait(false) ?? nothing;
    }

    private static async Task<IReadOnlyList<string>> ReasonsAsync(BoundedCalls calls, CloudFormationClient client, string stack, DateTimeOffset now, CancellationToken stop)
    {
        var events = await calls.AskAsync<IReadOnlyList<StackEvent>>($"events of {stack}", async () => await client.ListEventsAsync(stack, now - Recently, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return
        [
            .. (events ?? []).Where(e => e.Status.EndsWith("_FAILED", StringComparison.Ordinal) && e.Reason is { Length: > 0 } reason && !reason.Contains("cancelled", StringComparison.OrdinalIgnoreCase))
                .Take(MostReasons).Select(e => $"{e.LogicalId}: {e.Reason}"),
        ];
    }

    /// <summary>The end of the log of the task that failed last, or of one that runs and is not well.</summary>
    private async Task<IReadOnlyList<string>> LinesAsync(BoundedCalls calls, ServiceFacts facts, ServiceStatus status, CancellationToken stop)
    {
        var (definition, task) = facts.Stopped.FirstOrDefault(ServiceInspector.HasFailed) is { } failed ? (failed.TaskDefinition, failed.Id)
            : status.Health is ServiceHealth.Down or ServiceHealth.Degraded && facts.Tasks.MaxBy(t => t.Created) is { } running ? (running.TaskDefinition, running.Id)
            : default;
        if (definition is null)
            return [];
        return await calls.AskAsync<IReadOnlyList<string>>("logs", async () =>
        {
            var lines = new List<string>();
            foreach (var log in await new ContainerServiceClient(target.Session).ListLogsAsync(definition, stop).ConfigureAwait(false))
            {
                var last = await new LogClient(target.Session).ReadLastAsync(log.Group, log.StreamOf(task), MostLines, stop).ConfigureAwait(false);
                lines.AddRange(last.Select(line => $"{log.Container} | {line}"));
            }

            return lines;
        }).ConfigureAwait(false) ?? [];
    }
}
