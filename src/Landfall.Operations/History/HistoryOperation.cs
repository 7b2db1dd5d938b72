using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Logs;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.History;

/// <summary>What was done to an environment, from the audit trail.</summary>
internal sealed class HistoryOperation : Operation<HistoryParameters, EnvironmentHistory>
{
    // Some months of a busy environment; a request for each.
    private const int Most = 500;

    /// <inheritdoc />
    public override string Name => "history";

    /// <inheritdoc />
    public override string Summary => "List releases, deployments and other changes: what, when, who, and from which commit.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<EnvironmentHistory> RunAsync(HistoryParameters parameters, Agreed agreed, OperationContext context)
    {
        var since = LogTime.Of(parameters.Since, TimeSpan.FromDays(30), context.Time.GetUtcNow());
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var services = ServiceChoice.Of(plan, parameters.Services).Select(service => service.Title).ToHashSet(StringComparer.Ordinal);
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        using var store = new AccountTrailStore(target, plan);
        var entries = await Trail.ReadBackAsync(store, Most, context.Stop).ToListAsync(context.Stop).ConfigureAwait(false);
        return new EnvironmentHistory(
            plan.App,
            plan.Environment,
            since,
            [
                .. entries.Where(entry => entry.Ended >= since).Select(entry => HistoryEntry.Of(plan, entry))
                    .Where(entry => parameters.Services.Count == 0 || entry.Services.Any(services.Contains)),
            ]);
    }
}
