using Landfall.Aws.ContainerRegistry;
using Landfall.Aws.SystemsManager;
using Landfall.Config;
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
    public override async Task<ReleaseReport> RunAsync(ReleaseParameters parameters, Agreed agreed, OperationContext context)
    {
        var began = context.Time.GetTimestamp();
        var ground = ReleaseGround.Of(parameters);
        var project = parameters.Local ? Targets.ForLocal(ground.Project) : ground.Project;
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        using var folder = await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        await using var alone = await EnvironmentLock.TakeAsync(folder, project, target, Name, context).ConfigureAwait(false);

        var change = new ImageChange(ground, project, target, context);
        var (stack, before) = await change.FindAsync().ConfigureAwait(false);
        var image = await ImageAsync(ground, target, parameters.Image, context.Stop).ConfigureAwait(false);
        var changed = await change.RunAsync(stack, before, image, Name).ConfigureAwait(false);
        return new ReleaseReport(
            project.Plan.App, project.Plan.Environment, parameters.Service, image, before, changed, Math.Round(context.Time.GetElapsedTime(began).TotalSeconds, 1));
    }

    /// <summary>The image by its digest: a tag may be moved, and what was released may not.</summary>
    private static async Task<string> ImageAsync(ReleaseGround ground, AwsTarget target, string given, CancellationToken stop)
    {
        using var store = new ParameterStore(target.Session);
        var address = await store.FindAsync($"{ground.Project.Plan.ParameterRoot}/repositories/{ground.Service}/uri", stop).ConfigureAwait(false)
            ?? throw new LandfallException(ErrorCodes.NotReleasable, $"'{ground.Service}' has no repository yet. Deploy the environment first.");
        var wanted = given;
        if (given.Contains('/', StringComparison.Ordinal))
        {
            if (!given.StartsWith(address, StringComparison.Ordinal) || given[address.Length..] is not ([':' or '@', ..] and var end))
                throw new LandfallException(ErrorCodes.NotReleasable, $"'{given}' is not in the repository of '{ground.Service}', from which alone its tasks may pull. Push it to {address}.");
            wanted = end[1..];
        }

        var digest = await new ContainerRegistryClient(target.Session).FindDigestAsync(ground.Project.Plan.AwsNames.Repository(ground.Service), wanted, stop).ConfigureAwait(false)
            ?? throw new LandfallException(ErrorCodes.NotReleasable, $"{address} has no image '{wanted}'. Push it first.");
        return $"{address}@{digest}";
    }
}
