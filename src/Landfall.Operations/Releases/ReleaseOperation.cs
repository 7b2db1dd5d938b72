using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Releases;

/// <summary>Brings a service to an image of its repository.</summary>
internal sealed class ReleaseOperation : Operation<ReleaseParameters, ReleaseReport>
{
    /// <inheritdoc />
    public override string Name => "release";

    /// <inheritdoc />
    public override string Summary => "Release an image of a service whose image is 'released': its tasks are replaced, and where they fail the image before runs on.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<ReleaseReport> RunAsync(ReleaseParameters parameters, Agreed agreed, OperationContext context)
    {
        var began = context.Time.GetTimestamp();
        var ground = ReleaseGround.Of(parameters.Service, parameters.Folder, parameters.Environment, parameters.Local, parameters.App);
        var project = parameters.Local ? Targets.ForLocal(ground.Project) : ground.Project;
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        using var folder = await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        await using var alone = await EnvironmentLock.TakeAsync(folder, project, target, Name, context).ConfigureAwait(false);

        var change = new ImageChange(ground, project, target, context);
        var (stack, before) = await change.FindAsync().ConfigureAwait(false);
        var image = await RepositoryImage.FindAsync(ground, target, parameters.Image, context.Stop).ConfigureAwait(false);
        var changed = await change.RunAsync(stack, before, image, Name).ConfigureAwait(false);
        return new ReleaseReport(
            project.Plan.App, project.Plan.Environment, parameters.Service, image, before, changed, Math.Round(context.Time.GetElapsedTime(began).TotalSeconds, 1));
    }
}
