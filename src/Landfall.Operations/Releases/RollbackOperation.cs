using System.Globalization;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Releases;

/// <summary>Releases an earlier image of a service, watched and judged as every release.</summary>
internal sealed class RollbackOperation : Operation<RollbackParameters, RollbackReport>
{
    /// <inheritdoc />
    public override string Name => "rollback";

    /// <inheritdoc />
    public override string Summary => "Bring a service whose image is 'released' back to an earlier image.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<Change?> PreviewAsync(RollbackParameters parameters, OperationContext context)
    {
        var ground = ReleaseGround.Of(parameters.Service, parameters.Folder, parameters.Environment, parameters.Local, parameters.App);
        var project = parameters.Local ? Targets.ForLocal(ground.Project) : ground.Project;
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var (_, before, image) = await FindAsync(new ImageChange(ground, project, target, context), ground, project, target, parameters, context.Stop).ConfigureAwait(false);
        var text = $"{parameters.Service}: {Short(before)} → {Short(image)}. Its tasks are replaced, by the rules of its rollouts.";
        return OperationChange.Of(project.Plan.Environment, Name, ground.Stack, parameters.Service, before, image, image == before ? null : (EffectKind.Restarts, false, text));
    }

    /// <inheritdoc />
    public override async Task<RollbackReport> RunAsync(RollbackParameters parameters, Agreed agreed, OperationContext context)
    {
        var ground = ReleaseGround.Of(parameters.Service, parameters.Folder, parameters.Environment, parameters.Local, parameters.App);
        var project = parameters.Local ? Targets.ForLocal(ground.Project) : ground.Project;
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);

        // A dry run changes nothing and waits for nobody, so it takes no lock.
        using var folder = parameters.DryRun ? null : await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        await using var alone = folder is null ? null : await EnvironmentLock.TakeAsync(folder, project, target, Name, context).ConfigureAwait(false);

        var change = new ImageChange(ground, project, target, context);
        var (stack, before, image) = await FindAsync(change, ground, project, target, parameters, context.Stop).ConfigureAwait(false);
        if (parameters.DryRun || image == before)
            return Report(changed: false);
        var question = new Question($"Bring {parameters.Service} of {project.Plan.App} {project.Plan.Environment} back from {Short(before)} to {Short(image)}?", "Add --yes to roll back from a script.");
        await agreed.RequireAsync(question, $"{parameters.Service} was left as it is.", context).ConfigureAwait(false);
        return Report(await change.RunAsync(stack, before, image, Name).ConfigureAwait(false));

        RollbackReport Report(bool changed) => new(project.Plan.App, project.Plan.Environment, parameters.Service, image, before, changed, parameters.DryRun);
    }

    /// <summary>The stack, the image that it has, and the one that is meant.</summary>
    private static async Task<(Stack Stack, string Before, string Image)> FindAsync(
        ImageChange change, ReleaseGround ground, Project project, AwsTarget target, RollbackParameters parameters, CancellationToken stop)
    {
        var (stack, before) = await change.FindAsync().ConfigureAwait(false);
        using var store = new AccountTrailStore(target, project.Plan);
        var wanted = Choose(await PastRelease.ListAsync(store, ground, stop).ConfigureAwait(false), parameters.To, before, parameters.Service);
        return (stack, before, await RepositoryImage.FindAsync(ground, target, wanted, stop).ConfigureAwait(false));
    }

    /// <summary>Finds the image that is meant.</summary>
    /// <param name="releases">The releases, the last first.</param>
    /// <param name="to">What was asked for; null for the image before.</param>
    /// <param name="running">The image that runs.</param>
    /// <param name="service">The service, for messages.</param>
    /// <returns>An image: an address, a tag or a digest.</returns>
    /// <exception cref="LandfallException">There is no such release, or none before.</exception>
    internal static string Choose(IReadOnlyList<PastRelease> releases, string? to, string running, string service)
    {
        if (to is null)
        {
            return PastRelease.Undone(releases, running)?.Before ?? throw new LandfallException(
                ErrorCodes.NotReleasable, $"The trail knows of no image that '{service}' ran before this one. Name one with --to: a release of 'landfall releases {service}', or a tag of its repository.");
        }

        // A digest is no number, and a tag that is one is meant only where no release has it.
        return long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && releases.FirstOrDefault(release => release.Number == number) is { } release
            ? release.Image
            : to;
    }

    /// <summary>The beginning of a digest, as people compare them.</summary>
    private static string Short(string image) => image.Split("sha256:") is [_, { Length: > 12 } digest] ? $"sha256:{digest[..12]}" : image;
}
