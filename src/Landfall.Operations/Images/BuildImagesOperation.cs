using Landfall.Aws.ContainerRegistry;
using Landfall.Operations.Deployment;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Images;

/// <summary>Builds the images of environments, to be deployed by their digests later.</summary>
internal sealed class BuildImagesOperation : Operation<BuildImagesParameters, BuiltFolder>
{
    /// <inheritdoc />
    public override string Name => "build images";

    /// <inheritdoc />
    public override string Summary => "Build the images of environments into a folder, each once, for 'deploy --images' to push by their digests.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<BuiltFolder> RunAsync(BuildImagesParameters parameters, Agreed agreed, OperationContext context)
    {
        var output = Path.GetFullPath(parameters.Output);
        var layout = OciLayout.Create(output);
        var environments = parameters.Env.Count > 0 ? parameters.Env : ProjectLoader.LoadFile(parameters.Folder).EnvironmentNames;
        using var earlier = parameters.From is { } from ? await EarlierAsync(parameters.Folder, from, context).ConfigureAwait(false) : null;
        var images = new List<BuiltImage>();
        foreach (var environment in environments)
        {
            var project = ProjectLoader.LoadKnown(parameters.Folder, environment, local: false, everything: false);
            using var alone = await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
            images.AddRange(await new ImageBuilder(layout, earlier, Path.Combine(project.EnvironmentFolder, "images"), context.Watcher.Say)
                .BuildAsync(project, parameters.Architecture, context.Stop).ConfigureAwait(false));
        }

        return new BuiltFolder(output, images);
    }

    private static async Task<EarlierBuilds> EarlierAsync(string folder, string environment, OperationContext context)
    {
        var plan = ProjectLoader.LoadKnown(folder, environment, local: false, everything: false).Plan;
        using var target = await Targets.OpenAsync(plan, local: false, context.Time, context.Stop).ConfigureAwait(false);
        return new EarlierBuilds(await new ContainerRegistryClient(target.Session).GetCredentialsAsync(context.Stop).ConfigureAwait(false), plan.AwsNames);
    }
}
