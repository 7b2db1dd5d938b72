using Landfall.Operations;

namespace Landfall.Cli.Tests.Commands;

/// <summary>An operation that always ends in the same way.</summary>
/// <param name="exception">The end.</param>
internal sealed class ThrowingOperation(Exception exception) : Operation<NoParameters, NoParameters>
{
    public override string Name => "throw";

    public override string Summary => "Throw.";

    public override OperationEffect Effect => OperationEffect.Reads;

    public override Task<NoParameters> RunAsync(NoParameters parameters, Agreed agreed, OperationContext context) => throw exception;
}
