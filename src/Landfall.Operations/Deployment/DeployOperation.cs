using Landfall.Operations.Changes;

namespace Landfall.Operations.Deployment;

/// <summary>From the file to running stacks.</summary>
internal sealed class DeployOperation : Operation<DeployParameters, DeploymentReport>
{
    /// <inheritdoc />
    public override string Name => "deploy";

    /// <inheritdoc />
    public override string Summary => "Build, synthesise and deploy an environment.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Destroys;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<Change?> PreviewAsync(DeployParameters parameters, OperationContext context) =>
        await new DiffOperation().RunAsync(
            new DiffParameters(parameters.Folder, parameters.Environment, parameters.Only, parameters.Local, Against: null, Output: null),
            Agreed.ToNothing,
            context).ConfigureAwait(false);

    /// <inheritdoc />
    public override Task<DeploymentReport> RunAsync(DeployParameters parameters, Agreed agreed, OperationContext context) =>
        new Deployer(context, Name).DeployAsync(parameters, agreed);
}
