using Landfall.Operations.Changes;

namespace Landfall.Operations.Operating;

/// <summary>Starts the tasks of a service that was paused.</summary>
internal sealed class ResumeOperation : Operation<ServiceParameters, ServiceChanged>
{
    /// <inheritdoc />
    public override string Name => "resume";

    /// <inheritdoc />
    public override string Summary => "Start the tasks of a service that was paused, and let it scale again.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<Change?> PreviewAsync(ServiceParameters parameters, OperationContext context) =>
        await new ServiceWork(parameters, Name, context).PreviewAsync(found => Plan(found, context.Stop)).ConfigureAwait(false);

    /// <inheritdoc />
    public override Task<ServiceChanged> RunAsync(ServiceParameters parameters, Agreed agreed, OperationContext context) =>
        new ServiceWork(parameters, Name, context).RunAsync(agreed, found => Plan(found, context.Stop));

    /// <summary>Says what resuming does: as many tasks as were deployed, or the least that scaling allows now.</summary>
    internal static ServiceStep Plan(FoundService found, CancellationToken stop)
    {
        var (cluster, name, count) = (found.Deployed.Cluster, found.Deployed.Name, found.Running.DesiredCount);
        var limits = found.Limits is { } before ? before with { Suspended = false } : null;
        var after = Math.Max(count, limits?.Least ?? found.Deployed.Least);
        return new ServiceStep(TaskWords.Of(count, found.Limits), TaskWords.Of(after, limits), after == count && limits == found.Limits ? null : SetAsync);

        async Task SetAsync()
        {
            if (after != count)
                await found.Ecs.SetDesiredCountAsync(cluster, name, after, stop).ConfigureAwait(false);
            if (limits is not null)
                await found.Scaling.SetSuspendedAsync(cluster, name, suspended: false, stop).ConfigureAwait(false);
        }
    }
}
