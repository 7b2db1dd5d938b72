using Landfall.Aws.ContainerRegistry;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Images;

/// <summary>Pushes what a registry does not hold yet: what was built before, by its digest, or else what is built now.</summary>
/// <param name="registry">The registry.</param>
/// <param name="built">The images that were built before; null where they are built now.</param>
/// <param name="progress">Gets lines for a person.</param>
internal sealed class ImagePublisher(RegistryCredentials registry, BuiltImages? built, Action<string> progress)
{
    /// <summary>Publishes every image of a plan whose repository lacks it.</summary>
    /// <param name="project">The project, with tags (see <see cref="ImageTags"/>).</param>
    /// <param name="cancellation">Stops the build.</param>
    /// <returns>The plan with the digest of every built image.</returns>
    /// <exception cref="LandfallException">There is no engine, a build or push failed, or an image that was to be there was not built.</exception>
    public async Task<AppPlan> PublishAsync(Project project, CancellationToken cancellation)
    {
        ImageTags.RequireDockerfiles(project.Plan, project.Root); // before anything is asked of the registry
        built?.Require(project.Plan);
        using var client = new RegistryClient(registry);
        ContainerEngine? engine = null;
        var commit = await GitCommit.FindAsync(project.Root, cancellation).ConfigureAwait(false);
        var services = new List<ServicePlan>();
        var known = new Dictionary<(string, string), string>();
        foreach (var service in project.Plan.Services)
        {
            if (service is not ContainerServicePlan { Image.Build: not null } container)
            {
                services.Add(service);
                continue;
            }

            var build = ImageTags.BuildOf(project.Root, container);
            var tag = container.Image.Tag!;
            var repository = project.Plan.AwsNames.Repository(container.Image.Repository!);
            if (known.TryGetValue((repository, tag), out var shared))
            {
                services.Add(container with { Image = container.Image with { Digest = shared } });
                continue;
            }

            var digest = await client.FindDigestAsync(repository, tag, cancellation).ConfigureAwait(false);
            if (digest is null && built is not null)
            {
                digest = await PushBuiltAsync(client, built.Find(tag)!.Value, repository, tag, commit, cancellation).ConfigureAwait(false);
            }
            else if (digest is null)
            {
                engine ??= await LogInAsync(cancellation).ConfigureAwait(false);
                await BuildAndPushAsync(
                    engine, client, build, $"{registry.Registry}/{repository}", tag, commit, Path.Combine(project.EnvironmentFolder, "images", service.Name), cancellation).ConfigureAwait(false);
                digest = await client.FindDigestAsync(repository, tag, cancellation).ConfigureAwait(false)
                    ?? throw new LandfallException(ErrorCodes.ImageUnlisted, $"'{service.Title}' was pushed, but the registry does not list {repository}:{tag}.");
            }
            else
            {
                progress($"{service.Title}: the image {tag} is there already.");
            }

            known[(repository, tag)] = digest;
            services.Add(container with { Image = container.Image with { Digest = digest } });
        }

        return project.Plan with { Services = services };
    }

    private async Task<string> PushBuiltAsync(
        RegistryClient client, (OciLayout Layout, OciDescriptor Image) found, string repository, string tag, string? commit, CancellationToken cancellation)
    {
        progress($"Pushing {registry.Registry}/{repository}@{found.Image.Digest} …");
        using var upload = new ImageUpload(registry, client.Address);
        await upload.PushAsync(found.Layout, found.Image, repository, commit is null ? [tag] : [tag, Named(commit, tag)], cancellation).ConfigureAwait(false);
        return found.Image.Digest;
    }

    /// <summary>A second name tells people which commit it was built from; the hash makes it unique, as immutable tags require.</summary>
    private static string Named(string commit, string tag) => $"{commit}-{tag[..8]}";

    private async Task<ContainerEngine> LogInAsync(CancellationToken cancellation)
    {
        var engine = await ContainerEngine.FindAsync(
            Environment.GetEnvironmentVariable("LANDFALL_CONTAINER_ENGINE"), cancellation).ConfigureAwait(false);
        if (registry.User.Length > 0)
            await engine.LoginAsync(registry.Registry, registry.User, registry.Password, cancellation).ConfigureAwait(false);
        return engine;
    }

    private async Task BuildAndPushAsync(
        ContainerEngine engine, RegistryClient client, ImageBuild build, string repository, string tag, string? commit, string workFolder, CancellationToken cancellation)
    {
        progress($"Building {repository}:{tag} with {engine.Program} …");
        await engine.BuildAsync(build, $"{repository}:{tag}", workFolder, progress, cancellation).ConfigureAwait(false);
        await engine.PushAsync($"{repository}:{tag}", client.PlainHttp, progress, cancellation).ConfigureAwait(false);
        if (commit is null)
            return;

        var named = $"{repository}:{Named(commit, tag)}";
        await engine.TagAsync($"{repository}:{tag}", named, cancellation).ConfigureAwait(false);
        await engine.PushAsync(named, client.PlainHttp, progress, cancellation).ConfigureAwait(false);
    }
}
