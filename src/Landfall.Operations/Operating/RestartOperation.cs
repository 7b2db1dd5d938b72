using Landfall.Config;
using Landfall.Operations.Changes;

namespace Landfall.Operations.Operating;

/// <summary>Replaces the tasks of a service by new ones of the same version.</summary>
internal sealed class RestartOperation : Operation<ServiceParameters, ServiceChanged>
{
    /// <inheritdoc />
    public override string Name => "restart";

    /// <inheritdoc />
    public override string Summary => "Restart a service: its tasks are replaced by new ones of the same version, by the rules of its rollouts.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<Change?> PreviewAsync(ServiceParameters parameters, OperationContext context) =>
        await new ServiceWork(parameters, Name, context).PreviewAsync(found => Plan(found, context)).ConfigureAwait(false);

    /// <inheritdoc />
    public override Task<ServiceChanged> RunAsync(ServiceParameters parameters, Agreed agreed, OperationContext context) =>
        new ServiceWork(parameters, Name, context).RunAsync(agreed, found => Plan(found, context));

    /// <summary>Says what a restart does.</summary>
    internal static ServiceStep Plan(FoundService found, OperationContext context)
    {
        var count = found.Running.DesiredCount;
        if (count == 0)
            throw new LandfallException(ErrorCodes.ServiceNotRunning, $"'{found.Title}' runs no task now, so that there is nothing to restart: it sleeps, is paused, or has scaled to zero.");
        if (found.Running.Versions.Count > 1)
            throw new LandfallException(ErrorCodes.ServiceNotRunning, $"'{found.Title}' is being rolled out, which a restart would cut off. Wait until 'landfall status {found.Title}' shows no rollout, and run the same command again.");
        var before = found.Running.Versions.Count == 0 ? "" : found.Running.Versions[0].Id;
        return new ServiceStep(TaskWords.Of(count), $"{TaskWords.Of(count)}, new", async () =>
        {
            await found.Ecs.RestartAsync(found.Deployed.Cluster, found.Deployed.Name, context.Stop).ConfigureAwait(false);
            await new RestartedTasks(found, context).AwaitAsync(before, context.Stop).ConfigureAwait(false);
        })
        {
            Kind = EffectKind.Restarts,
            Harm = $"{(count == 1 ? "Its task is" : $"Its {TaskWords.Of(count)} are")} replaced.",
        };
    }
}
