using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Operations;
using Landfall.Operations.Changes;

namespace Landfall.Operator.Playbooks;

/// <summary>A call of one operation.</summary>
/// <param name="operation">The operation.</param>
/// <param name="parameters">Its parameters.</param>
/// <typeparam name="TParameters">Their type.</typeparam>
/// <typeparam name="TResult">What it gives.</typeparam>
internal sealed class OperationCall<TParameters, TResult>(Operation<TParameters, TResult> operation, JsonObject parameters) : OperationCall
{
    private readonly TParameters _parameters = parameters.Deserialize<TParameters>(ResultJson.Options)!;

    /// <inheritdoc />
    public override Task<Change?> PreviewAsync(OperationContext context) => operation.PreviewAsync(_parameters, context);

    /// <inheritdoc />
    public override Task RunAsync(string digest, OperationContext context) => operation.RunAsync(_parameters, new Agreed(Yes: true) { Accept = [digest] }, context);
}
