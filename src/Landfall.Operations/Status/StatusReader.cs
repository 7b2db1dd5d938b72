using Landfall.Aws.Alarms;
using Landfall.Aws.Cdn;
using Landfall.Aws.CloudFormation;
using Landfall.Aws.Databases;
using Landfall.Aws.Jobs;
using Landfall.Aws.Messages;
using Landfall.Aws.SystemsManager;
using Landfall.Aws.Zones;
using Landfall.Config.Plan;
using Landfall.Operations.Alarms;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Shifting;

namespace Landfall.Operations.Status;

/// <summary>Looks at an environment: all at once, since each answer takes as long as the way to AWS.</summary>
/// <param name="target">The account and region.</param>
/// <param name="plan">The environment.</param>
/// <param name="services">The services that are looked at.</param>
/// <param name="withData">True to look at databases, queues and alarms of the environment too; false for the alarms of those services.</param>
internal sealed class StatusReader(AwsTarget target, AppPlan plan, IReadOnlyList<ServicePlan> services, bool withData)
{
    private readonly PublishedAddresses _names = new(plan);
    private readonly AlarmOwner _owners = new(plan);

    /// <summary>Looks.</summary>
    /// <param name="at">The time.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>How it is.</returns>
    public async Task<EnvironmentStatus> ReadAsync(DateTimeOffset at, CancellationToken stop)
    {
        using var calls = new BoundedCalls(stop);
        var stacks = calls.AskAsync<IReadOnlyList<Stack>>("stacks", async () => await EnvironmentStacks.ListAsync(target.Regions, plan, stop).ConfigureAwait(false));
        var published = PublishedAsync(calls, stop);
        var ecs = new ServiceReader(target.Session, plan.AwsNames.Cluster, calls);
        var containers = ecs.ReadAsync([.. services.OfType<ContainerServicePlan>().Where(s => s is not JobServicePlan).Select(s => s.Name)], stop);
        var alarms = calls.AskAsync<IReadOnlyList<MetricAlarmState>>("alarms", async () => await new AlarmClient(target.Session).ListAsync($"{plan.Prefix}-", stop).ConfigureAwait(false));
        var jobs = Task.WhenAll(services.OfType<JobServicePlan>().Select(job => JobAsync(calls, job, stop)));
        var data = DataAsync(calls, published, stop);
        var releases = ReleasesAsync(calls, stop);
        var shifts = ShiftsAsync(calls, published, stop);
        await Task.WhenAll(stacks, published, containers, alarms, jobs, data, releases, shifts).ConfigureAwait(false);

        var (sites, databases, queues) = await data.ConfigureAwait(false);
        var byName = (await stacks.ConfigureAwait(false) ?? []).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var released = await releases.ConfigureAwait(false);
        var (read, addresses) = (await containers.ConfigureAwait(false), await published.ConfigureAwait(false));
        return new EnvironmentStatus(
            plan.App,
            plan.Environment,
            target.Account,
            target.Region,
            at,
            byName.Count > 0,
            [.. services.OfType<ContainerServicePlan>().Where(s => s is not JobServicePlan).Select(s => ServiceStatus.Of(plan, s, read.GetValueOrDefault(s.Name), byName.GetValueOrDefault(plan.AwsNames.Stack(s.Name)), addresses) with { Released = released.GetValueOrDefault(s.Title) })],
            await jobs.ConfigureAwait(false),
            sites,
            databases,
            queues,
            AlarmSummary.Of([.. (await alarms.ConfigureAwait(false) ?? []).Where(IsWanted)]),
            calls.Unread)
        {
            Shifts = await shifts.ConfigureAwait(false),
        };
    }

    private bool IsWanted(MetricAlarmState alarm) =>
        withData ? _owners.Of(alarm.Name) is not null : _owners.IsOf(alarm.Name, services);

    private async Task<IReadOnlyDictionary<string, string>> PublishedAsync(BoundedCalls calls, CancellationToken stop)
    {
        var names = _names.All.ToList();
        if (names.Count == 0)
            return new Dictionary<string, string>();
        return await calls.AskAsync<IReadOnlyDictionary<string, string>>("published parameters", async () =>
        {
            using var store = new ParameterStore(target.Session);
            return await store.ReadAsync(names, stop).ConfigureAwait(false);
        }).ConfigureAwait(false) ?? new Dictionary<string, string>();
    }

    private async Task<IReadOnlyList<ShiftedTraffic>> ShiftsAsync(BoundedCalls calls, Task<IReadOnlyDictionary<string, string>> parameters, CancellationToken stop)
    {
        var published = await parameters.ConfigureAwait(false);
        var balancers = _names.LoadBalancers.Select(name => published.GetValueOrDefault(name)).OfType<string>().ToList();
        if (balancers.Count == 0)
            return [];
        var shifts = await calls.AskAsync<IReadOnlyList<ZonalShift>>("zonal shifts", async () => await new ZonalShiftClient(target.Session).ListActiveAsync(stop).ConfigureAwait(false)).ConfigureAwait(false);
        return
        [
            .. (shifts ?? []).Where(shift => balancers.Any(name => shift.Resource.EndsWith($":loadbalancer/{name}", StringComparison.Ordinal)))
                .Select(shift => new ShiftedTraffic(ShiftGround.NameOf(shift.Resource), shift.Zone, shift.Expires)).OrderBy(shift => shift.Balancer, StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyDictionary<string, LastRelease>> ReleasesAsync(BoundedCalls calls, CancellationToken stop) =>
        await calls.AskAsync<IReadOnlyDictionary<string, LastRelease>>("audit trail", async () =>
        {
            using var store = new AccountTrailStore(target, plan);
            return await LastRelease.ReadAsync(store, plan, stop).ConfigureAwait(false);
        }).ConfigureAwait(false) ?? new Dictionary<string, LastRelease>();

    private async Task<JobStatus> JobAsync(BoundedCalls calls, JobServicePlan job, CancellationToken stop)
    {
        var machine = JobMachine.ArnOf(target, plan, job);
        var runs = await calls.AskAsync<object>($"runs of {job.Title}", async () => await new JobClient(target.Session).ListRunsAsync(machine, 1, stop).ConfigureAwait(false)).ConfigureAwait(false);
        var last = (runs as IReadOnlyList<JobRun>)?.FirstOrDefault();
        return new JobStatus(job.Title, job.Schedule, last?.State, last?.Started, last?.Ended);
    }

    private async Task<(SiteStatus[] Sites, DatabaseStatus[] Databases, QueueStatus[] Queues)> DataAsync(
        BoundedCalls calls, Task<IReadOnlyDictionary<string, string>> parameters, CancellationToken stop)
    {
        var published = await parameters.ConfigureAwait(false);
        var sites = Task.WhenAll(services.OfType<SiteServicePlan>().Select(async site => new SiteStatus(
            site.Title,
            published.GetValueOrDefault(_names.Distribution(site.Name)) is { } id
                ? await calls.AskAsync($"distribution of {site.Title}", () => new DistributionClient(target.Session).FindStatusAsync(id, stop)).ConfigureAwait(false)
                : null,
            published.GetValueOrDefault(_names.PublicUrl(site.Name)))));
        if (!withData)
            return (await sites.ConfigureAwait(false), [], []);
        var databases = Task.WhenAll(plan.Databases.Select(async database => new DatabaseStatus(
            database.Title,
            database.Engine.AwsName(),
            published.GetValueOrDefault(_names.DatabaseArn(database.Name)) is { } arn
                ? await calls.AskAsync($"database {database.Title}", () => new DatabaseClient(target.Session).FindStatusAsync(arn, stop)).ConfigureAwait(false)
                : null)));
        using var sqs = new QueueClient(target.Session);
        var queues = Task.WhenAll(plan.Queues.Select(async queue =>
        {
            var depths = await Task.WhenAll(new[] { _names.QueueUrl(queue.Name), _names.DeadLetterUrl(queue.Name) }.Select(async name =>
                published.GetValueOrDefault(name) is { } url ? await calls.AskAsync($"queue {queue.Title}", () => sqs.FindDepthAsync(url, stop)).ConfigureAwait(false) : null)).ConfigureAwait(false);
            return new QueueStatus(queue.Title, depths[0] is { } own ? own.Waiting + own.Delayed : null, depths[0]?.InFlight, depths[1] is { } dead ? dead.Waiting + dead.InFlight : null);
        }));
        return (await sites.ConfigureAwait(false), await databases.ConfigureAwait(false), await queues.ConfigureAwait(false));
    }
}
