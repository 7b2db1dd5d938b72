namespace Landfall.Operations.LocalAws;

/// <summary>Starts the local AWS unless it runs.</summary>
internal sealed class LocalStartOperation : Operation<NoParameters, LocalAwsStatus>
{
    /// <inheritdoc />
    public override string Name => "local start";

    /// <inheritdoc />
    public override string Summary => "Start the local AWS; what was deployed to an earlier one is gone.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<LocalAwsStatus> RunAsync(NoParameters parameters, Agreed agreed, OperationContext context)
    {
        var (state, started) = await new LocalAwsServer(context.Time).EnsureAsync(context.Watcher.Say, context.Stop).ConfigureAwait(false);
        context.Watcher.Say(started ? "Started." : "It runs already.");
        return LocalAwsStatus.Of(state);
    }
}
