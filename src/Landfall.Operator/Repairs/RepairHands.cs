using Landfall.Config.Plan;
using Landfall.Operations;
using Landfall.Operations.Auditing;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Status;
using Landfall.Operator.Playbooks;

namespace Landfall.Operator.Repairs;

/// <summary>Repairs by the operations that people run, in AWS.</summary>
/// <param name="target">The account and region.</param>
/// <param name="plan">The environment.</param>
/// <param name="trail">Its audit trail.</param>
/// <param name="folder">The project's folder.</param>
/// <param name="local">True for the local AWS.</param>
/// <param name="time">The clock.</param>
internal sealed class RepairHands(AwsTarget target, AppPlan plan, ITrailStore trail, string folder, bool local, TimeProvider time) : IRepairHands
{
    /// <summary>Where the calls of an operator come in, as the audit trail has it.</summary>
    public const string Door = "operator";

    // More than are made while one repair goes on.
    private const int MostEntries = 20;

    /// <summary>The services that run tasks, so that they can be repaired.</summary>
    /// <param name="plan">The environment.</param>
    public static IReadOnlyList<ContainerServicePlan> Repairable(AppPlan plan) => [.. plan.Services.OfType<ContainerServicePlan>().Where(one => one is not JobServicePlan)];

    /// <inheritdoc />
    public async Task<RepairFacts> LookAsync(string service, CancellationToken stop)
    {
        var services = Repairable(plan);
        var wanted = services.Single(one => one.Title == service);
        using var calls = new BoundedCalls(stop);
        var facts = await new ServiceReader(target.Session, plan.AwsNames.Cluster, calls).ReadAsync([.. services.Select(one => one.Name)], stop).ConfigureAwait(false);
        var stackName = plan.AwsNames.Stack(wanted.Name);
        var stack = await target.Regions.ClientOf(stackName).FindStackAsync(stackName, stop).ConfigureAwait(false);
        var status = ServiceStatus.Of(plan, wanted, facts.GetValueOrDefault(wanted.Name), stack, new Dictionary<string, string>());
        using var store = new ParameterLockStore(target.Session, plan);
        var held = await store.ReadAsync(stop).ConfigureAwait(false) is { } found && LockRecord.Read(found.Text) is { } record && record.Expires > time.GetUtcNow() ? record : null;
        var busy = held is not null ? $"The environment is being changed by {held.Describe(time.GetUtcNow())}"
            : stack is not null && StackStates.IsBusy(stack.Status) ? $"CloudFormation is at work on {stackName} ({stack.Status})"
            : status.Rollout is { State: not "FAILED" } rollout ? $"{service} is being rolled out ({rollout.State})"
            : null;
        return new RepairFacts(
            facts.Count > 0 && facts.Values.All(one => one.Service is null or { DesiredCount: 0 }),
            busy,
            status.Health == ServiceHealth.Healthy && calls.Unread.Count == 0);
    }

    /// <inheritdoc />
    public Task<Change?> PreviewAsync(string operation, IReadOnlyDictionary<string, string> values, CancellationToken stop) =>
        CallOf(operation, values).PreviewAsync(ContextOf("operator", stop));

    /// <inheritdoc />
    public Task RunAsync(string operation, IReadOnlyDictionary<string, string> values, string digest, string caller, CancellationToken stop) =>
        CallOf(operation, values).RunAsync(digest, ContextOf(caller, stop));

    /// <inheritdoc />
    public async Task<bool?> FindEndAsync(string operation, string caller, DateTimeOffset since, CancellationToken stop)
    {
        var entry = await Trail.ReadBackAsync(trail, MostEntries, stop)
            .FirstOrDefaultAsync(one => one.Operation == operation && one.User == caller && one.Door == Door && one.Ended >= since, stop).ConfigureAwait(false);
        return entry is null ? null : entry.Outcome == ChangeOutcome.Done;
    }

    private OperationCall CallOf(string operation, IReadOnlyDictionary<string, string> values) => OperationCall.Of(operation, values, folder, plan.Environment, local);

    private OperationContext ContextOf(string caller, CancellationToken stop) => new(new Caller(caller, Door), new SilentWatcher(), time, stop);
}
