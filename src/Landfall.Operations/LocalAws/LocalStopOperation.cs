namespace Landfall.Operations.LocalAws;

/// <summary>Stops the local AWS; everything in it is gone.</summary>
internal sealed class LocalStopOperation : Operation<NoParameters, LocalAwsStatus>
{
    /// <inheritdoc />
    public override string Name => "local stop";

    /// <inheritdoc />
    public override string Summary => "Stop the local AWS and forget everything in it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Destroys;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override Task<LocalAwsStatus> RunAsync(NoParameters parameters, Agreed agreed, OperationContext context)
    {
        var stopped = LocalAwsServer.Stop();
        context.Watcher.Say(stopped is null ? "It does not run." : $"Stopped {stopped.Endpoint}.");
        return Task.FromResult(LocalAwsStatus.Of(LocalAwsServer.Find()));
    }
}
