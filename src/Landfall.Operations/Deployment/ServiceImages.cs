using Landfall.Aws;
using Landfall.Aws.ContainerRegistry;
using Landfall.Config.Plan;
using Landfall.Operations.Images;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Deployment;

/// <summary>Brings images into the repositories of the services that are built.</summary>
/// <param name="session">The account and region.</param>
/// <param name="built">The images that were built before; null where they are built now.</param>
/// <param name="watcher">Who watches.</param>
internal sealed class ServiceImages(AwsSession session, BuiltImages? built, IWatcher watcher)
{
    /// <summary>Says which images a deployment to the local AWS leaves unbuilt.</summary>
    /// <param name="plan">The plan.</param>
    public void SayWhatIsSkipped(AppPlan plan)
    {
        var built = Built(plan);
        if (built.Count > 0)
            watcher.Say($"The local AWS runs no containers: the images of {string.Join(", ", built)} are not built.");
    }

    /// <summary>Publishes what the repositories lack.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Stops the build.</param>
    /// <returns>The plan with digests, or null when no image is built.</returns>
    public async Task<AppPlan?> PublishAsync(Project project, CancellationToken cancellation)
    {
        if (Built(project.Plan).Count == 0)
            return null;

        var registry = await new ContainerRegistryClient(session).GetCredentialsAsync(cancellation).ConfigureAwait(false);
        return await new ImagePublisher(registry, built, watcher.Say).PublishAsync(project, cancellation).ConfigureAwait(false);
    }

    private static List<string> Built(AppPlan plan) =>
        [.. plan.Services.OfType<ContainerServicePlan>().Where(s => s.Image.Build is not null).Select(s => s.Name)];
}
