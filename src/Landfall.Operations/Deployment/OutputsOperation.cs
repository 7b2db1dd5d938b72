using Landfall.Operations.Projects;

namespace Landfall.Operations.Deployment;

/// <summary>What a deployed environment tells about itself.</summary>
internal sealed class OutputsOperation : Operation<OutputsParameters, EnvironmentOutputs>
{
    /// <inheritdoc />
    public override string Name => "outputs";

    /// <inheritdoc />
    public override string Summary => "Print the outputs of the deployed stacks.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<EnvironmentOutputs> RunAsync(OutputsParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var stacks = await EnvironmentStacks.ListAsync(target.Regions, project.Plan, context.Stop).ConfigureAwait(false);
        return new EnvironmentOutputs(project.Plan.App, project.Plan.Environment, stacks.Count > 0, EnvironmentStacks.Outputs(stacks));
    }
}
