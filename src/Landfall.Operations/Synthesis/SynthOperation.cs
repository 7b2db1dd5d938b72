using Landfall.Operations.Processes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Synthesis;

/// <summary>The CloudFormation templates, without touching AWS.</summary>
internal sealed class SynthOperation : Operation<SynthParameters, WrittenTemplates>
{
    /// <inheritdoc />
    public override string Name => "synth";

    /// <inheritdoc />
    public override string Summary => "Write the CloudFormation templates of one environment.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<WrittenTemplates> RunAsync(SynthParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.LoadKnown(parameters.Folder, parameters.Environment, local: false, everything: false);
        var output = Path.GetFullPath(parameters.Output ?? project.AssemblyFolder(local: false));
        using var alone = await FolderLock.TakeAsync(
            project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        var changed = await Synthesizer.SynthesizeAsync(
            new SynthesisRequest(project, output, parameters.Check), context.Watcher.Say, context.Stop).ConfigureAwait(false);
        return new WrittenTemplates(project.Plan.App, project.Plan.Environment, output, changed);
    }
}
