using Landfall.Operations;
using Landfall.Operations.Changes;

namespace Landfall.Mcp.Tests;

/// <summary>An operation that keeps what it was run with.</summary>
internal sealed class ProbeOperation<TParameters>(string name, OperationEffect effect, Func<TParameters, OperationContext, Task<Noted>> run) : Operation<TParameters, Noted>
    where TParameters : class
{
    public override string Name => name;

    public override string Summary => "Do something.";

    public override OperationEffect Effect => effect;

    public Change? Preview { get; init; }

    public List<(TParameters Parameters, Agreed Agreed, Caller Caller)> Runs { get; } = [];

    public override Task<Change?> PreviewAsync(TParameters parameters, OperationContext context) => Task.FromResult(Preview);

    public override Task<Noted> RunAsync(TParameters parameters, Agreed agreed, OperationContext context)
    {
        lock (Runs)
            Runs.Add((parameters, agreed, context.Caller));
        return run(parameters, context);
    }
}
