using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Pipelines;

/// <summary>What deploying a pipeline would do; touches nothing but Landfall's own files.</summary>
internal sealed class PipelineDiffOperation : Operation<PipelineDiffParameters, Change>
{
    /// <inheritdoc />
    public override string Name => "pipeline diff";

    /// <inheritdoc />
    public override string Summary => "Show what 'pipeline deploy' would change, without changing it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override Task<Change> RunAsync(PipelineDiffParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = PipelineGround.Load(parameters.Folder, parameters.Pipeline);
        return DiffOperation.OfAsync(
            parameters.Local ? Targets.ForLocal(project) : project,
            new DiffParameters(parameters.Folder, Environment: null, Only: [], parameters.Local, Against: null, parameters.Output),
            context);
    }
}
