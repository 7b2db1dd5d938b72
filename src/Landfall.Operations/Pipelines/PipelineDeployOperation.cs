using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Pipelines;

/// <summary>From the file to a pipeline that runs. It keeps itself up to date from then on.</summary>
internal sealed class PipelineDeployOperation : Operation<PipelineDeployParameters, DeploymentReport>
{
    /// <inheritdoc />
    public override string Name => "pipeline deploy";

    /// <inheritdoc />
    public override string Summary => "Deploy a pipeline that AWS runs; once, since from then on it brings itself up to date.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Destroys;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<Change?> PreviewAsync(PipelineDeployParameters parameters, OperationContext context) =>
        await new PipelineDiffOperation().RunAsync(
            new PipelineDiffParameters(parameters.Folder, parameters.Pipeline, parameters.Local, Output: null), Agreed.ToNothing, context).ConfigureAwait(false);

    /// <inheritdoc />
    public override Task<DeploymentReport> RunAsync(PipelineDeployParameters parameters, Agreed agreed, OperationContext context) =>
        new Deployer(context, Name).DeployAsync(
            new DeployParameters(parameters.Folder, Environment: null, Only: [], parameters.Local) { Change = parameters.Change },
            agreed,
            () => PipelineGround.OpenAsync(parameters, context));
}
