using System.Runtime.InteropServices;
using Landfall.Config.Plan;
using Landfall.Operations.Images;
using Landfall.Operations.Projects;

namespace Landfall.Operations.LocalRun;

/// <summary>The images of services, built for this machine's processor: another one's would be emulated, slowly.</summary>
/// <param name="project">The project and environment.</param>
/// <param name="runtime">What runs them.</param>
internal sealed class LocalImages(Project project, ContainerRuntime runtime)
{
    private static string Platform => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux/arm64" : "linux/amd64";

    /// <summary>Names the image of a service: that of its files as they are now.</summary>
    /// <param name="service">The service.</param>
    /// <returns>A reference, or a name with the hash of what it is built from.</returns>
    public string NameOf(ContainerServicePlan service) => service.Image.Reference ?? Name(service, ContentHash.Of(BuildOf(service)));

    /// <summary>Builds the image of a service, unless it is there.</summary>
    /// <param name="service">The service.</param>
    /// <param name="image">Its name.</param>
    /// <param name="onLine">Gets what the engine says.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>True where it was built now.</returns>
    /// <exception cref="Config.LandfallException">It could not be built.</exception>
    public async Task<bool> EnsureAsync(ContainerServicePlan service, string image, Action<string> onLine, CancellationToken stop)
    {
        if (service.Image.Build is null || await runtime.HasImageAsync(image, stop).ConfigureAwait(false))
            return false;
        var work = Path.Combine(project.EnvironmentFolder, "local", "images", service.Name);
        await runtime.Engine.BuildAsync(BuildOf(service), image, work, onLine, stop).ConfigureAwait(false);
        return true;
    }

    /// <summary>What a service's image is built from.</summary>
    /// <param name="service">The service.</param>
    /// <returns>The build.</returns>
    public ImageBuild BuildOf(ContainerServicePlan service) => ImageTags.BuildOf(project.Root, service) with { Platform = Platform };

    private string Name(ContainerServicePlan service, string hash) => $"localhost/{project.Plan.App}/{service.Image.Repository}:local-{hash}";
}
