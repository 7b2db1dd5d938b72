using Landfall.Operations.Deployment;
using Landfall.Operations.Logs;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Auditing;

/// <summary>Reads the trail of an environment's changes, and checks it.</summary>
internal sealed class AuditOperation : Operation<AuditParameters, AuditReport>
{
    /// <inheritdoc />
    public override string Name => "audit";

    /// <inheritdoc />
    public override string Summary => "List every change that was made through Landfall: who, when, what, before and after. Fails where the trail was tampered with.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<AuditReport> RunAsync(AuditParameters parameters, Agreed agreed, OperationContext context)
    {
        var since = parameters.Since is null ? DateTimeOffset.MinValue : LogTime.Of(parameters.Since, TimeSpan.Zero, context.Time.GetUtcNow());
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        using var store = new AccountTrailStore(target, plan);
        var trail = await Trail.ReadAsync(store, context.Stop).ConfigureAwait(false);
        return new AuditReport(plan.App, plan.Environment, trail.Entries.Count, trail.Beyond, [.. trail.Entries.Where(entry => entry.Ended >= since)]) { Broken = trail.Broken };
    }
}
