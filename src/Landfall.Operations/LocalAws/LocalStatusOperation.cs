namespace Landfall.Operations.LocalAws;

/// <summary>Finds the local AWS.</summary>
internal sealed class LocalStatusOperation : Operation<NoParameters, LocalAwsStatus>
{
    /// <inheritdoc />
    public override string Name => "local status";

    /// <inheritdoc />
    public override string Summary => "Tell whether the local AWS runs, and where.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override Task<LocalAwsStatus> RunAsync(NoParameters parameters, Agreed agreed, OperationContext context) =>
        Task.FromResult(LocalAwsStatus.Of(LocalAwsServer.Find()));
}
