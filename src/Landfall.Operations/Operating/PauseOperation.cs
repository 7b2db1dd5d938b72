using Landfall.Operations.Changes;

namespace Landfall.Operations.Operating;

/// <summary>Stops the tasks of a service, and whatever would start them again.</summary>
internal sealed class PauseOperation : Operation<ServiceParameters, ServiceChanged>
{
    /// <inheritdoc />
    public override string Name => "pause";

    /// <inheritdoc />
    public override string Summary => "Stop the tasks of a service until it is resumed: neither load nor the night schedule starts them again.";

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

    /// <summary>Says what pausing does. Suspended first, or scaling would start the tasks again.</summary>
    internal static ServiceStep Plan(FoundService found, CancellationToken stop)
    {
        var (cluster, name, count) = (found.Deployed.Cluster, found.Deployed.Name, found.Running.DesiredCount);
        var limits = found.Limits is { } before ? before with { Suspended = true } : null;
        return new ServiceStep(TaskWords.Of(count, found.Limits), TaskWords.Of(0, limits), count == 0 && limits == found.Limits ? null : SetAsync)
        {
            Harm = $"{(count == 1 ? "Its task stops" : $"Its {TaskWords.Of(count)} stop")}, and nobody answers until 'landfall resume {found.Title}'.",
            Note = found.Limits is null ? "Its number of tasks is fixed: a night schedule or a deployment that changes the service starts it again." : null,
        };

        async Task SetAsync()
        {
            if (limits is not null)
                await found.Scaling.SetSuspendedAsync(cluster, name, suspended: true, stop).ConfigureAwait(false);
            await found.Ecs.SetDesiredCountAsync(cluster, name, 0, stop).ConfigureAwait(false);
        }
    }
}
