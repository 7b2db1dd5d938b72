using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Images;

/// <summary>Gives every image that is built its tag: the content hash of what it is built from.</summary>
internal static class ImageTags
{
    /// <summary>Computes the tags of the images whose Dockerfile is there; only who builds needs the others.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="root">The project's folder.</param>
    /// <returns>The plan with tags.</returns>
    public static AppPlan Compute(AppPlan plan, string root)
    {
        var known = new Dictionary<(string, CpuArchitecture), string>(); // by repository: services that share a build have one
        return plan with
        {
            Services = [.. plan.Services.Select(service => service is ContainerServicePlan { Image.Build: { } build } container && File.Exists(DockerfileOf(root, build))
                ? container with { Image = container.Image with { Tag = TagOf(container) } }
                : service)],
        };

        string TagOf(ContainerServicePlan container)
        {
            var key = (container.Image.Repository!, container.Task.Architecture);
            if (!known.TryGetValue(key, out var tag))
                known[key] = tag = ContentHash.Of(BuildOf(root, container));
            return tag;
        }
    }

    /// <summary>Refuses an image whose Dockerfile is not there.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="root">The project's folder.</param>
    /// <exception cref="LandfallException">A context or a Dockerfile is not there.</exception>
    public static void RequireDockerfiles(AppPlan plan, string root)
    {
        foreach (var service in plan.Services.OfType<ContainerServicePlan>().Where(s => s.Image.Build is not null))
            _ = BuildOf(root, service);
    }

    /// <summary>The build of a service's image, with full paths.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="service">A service whose image is built.</param>
    /// <returns>The build.</returns>
    /// <exception cref="LandfallException">The context or the Dockerfile is not there.</exception>
    public static ImageBuild BuildOf(string root, ContainerServicePlan service)
    {
        var build = service.Image.Build!;
        var context = Path.GetFullPath(Path.Combine(root, build.Context));
        var dockerfile = DockerfileOf(root, build);
        if (!File.Exists(dockerfile))
            throw new LandfallException(ErrorCodes.DockerfileMissing, $"Service '{service.Title}': there is no '{dockerfile}' to build its image from. Write one, or correct 'image.build'.");
        var platform = service.Task.Architecture == CpuArchitecture.Arm64 ? "linux/arm64" : "linux/amd64";
        return new ImageBuild(context, dockerfile, build.Target, build.Args, platform);
    }

    private static string DockerfileOf(string root, ImageBuildPlan build) =>
        Path.GetFullPath(Path.Combine(root, build.Context, build.Dockerfile));
}
