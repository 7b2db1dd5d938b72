using Landfall.Operations.Changes;

namespace Landfall.Operations.Rollouts;

/// <summary>Takes a rollout that waits back.</summary>
internal sealed class RolloutRollbackOperation : Operation<RolloutParameters, RolloutDecided>
{
    /// <inheritdoc />
    public override string Name => "rollout rollback";

    /// <inheritdoc />
    public override string Summary => "Roll a rollout that waits for somebody back: the old version stays.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<Change?> PreviewAsync(RolloutParameters parameters, OperationContext context) =>
        await RolloutDecision.PreviewAsync(Name, parameters, goesOn: false, context).ConfigureAwait(false);

    /// <inheritdoc />
    public override Task<RolloutDecided> RunAsync(RolloutParameters parameters, Agreed agreed, OperationContext context) =>
        RolloutDecision.DecideAsync(Name, parameters, goesOn: false, context);
}
