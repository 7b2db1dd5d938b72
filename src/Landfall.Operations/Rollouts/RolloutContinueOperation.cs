using Landfall.Operations.Changes;

namespace Landfall.Operations.Rollouts;

/// <summary>Lets a rollout that waits go on.</summary>
internal sealed class RolloutContinueOperation : Operation<RolloutParameters, RolloutDecided>
{
    /// <inheritdoc />
    public override string Name => "rollout continue";

    /// <inheritdoc />
    public override string Summary => "Let a rollout that waits for somebody go on.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<Change?> PreviewAsync(RolloutParameters parameters, OperationContext context) =>
        await RolloutDecision.PreviewAsync(Name, parameters, goesOn: true, context).ConfigureAwait(false);

    /// <inheritdoc />
    public override Task<RolloutDecided> RunAsync(RolloutParameters parameters, Agreed agreed, OperationContext context) =>
        RolloutDecision.DecideAsync(Name, parameters, goesOn: true, context);
}
