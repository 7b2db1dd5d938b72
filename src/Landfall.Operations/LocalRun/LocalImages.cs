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

    /// <summary>Builds the image of a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="image">Its name.</param>
    /// <param name="onLine">Gets what the engine says.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="Config.LandfallException">It could not be built.</exception>
    public Task BuildAsync(ContainerServicePlan service, string image, Action<string> onLine, CancellationToken stop) =>
        runtime.Engine.BuildAsync(BuildOf(service), image, Path.Combine(project.EnvironmentFolder, "local", "images", service.Name), onLine, stop);

    private ImageBuild BuildOf(ContainerServicePlan service) => ImageTags.BuildOf(project.Root, service) with { Platform = Platform };

    private string Name(ContainerServicePlan service, string hash) => $"localhost/{project.Plan.App}/{service.Image.Repository}:local-{hash}";
}
