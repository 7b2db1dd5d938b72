using Landfall.Aws;
using Landfall.Aws.ContainerRegistry;
using Landfall.Config.Plan;
using Landfall.Operations.Images;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Changes;

/// <summary>Finds images that are in the registry already, so that an unchanged one is no change.</summary>
internal static class PublishedImages
{
    /// <summary>Whether a plan has images that the registry may have already.</summary>
    /// <param name="plan">The plan, with the tags of its images.</param>
    /// <returns>False when there is nothing to look up.</returns>
    public static bool AreIn(AppPlan plan) =>
        plan.Services.OfType<ContainerServicePlan>().Any(s => s.Image is { Build: not null, Tag: not null });

    /// <summary>Gives a plan the digests of images that are there.</summary>
    /// <param name="project">The project, with the tags of its images.</param>
    /// <param name="session">Who asks.</param>
    /// <param name="built">The images that were built before; null where they are built later.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The project; an image that is not there yet keeps its tag.</returns>
    public static async Task<Project> FindAsync(Project project, AwsSession session, BuiltImages? built, CancellationToken stop)
    {
        if (!AreIn(project.Plan))
            return project;
        var credentials = await new ContainerRegistryClient(session).GetCredentialsAsync(stop).ConfigureAwait(false);
        using var client = new RegistryClient(credentials);
        var services = new List<ServicePlan>();
        var known = new Dictionary<(string, string), string?>();
        foreach (var service in project.Plan.Services)
        {
            string? digest = null;
            if (service is ContainerServicePlan { Image: { Repository: { } owner, Tag: { } tag } } && !known.TryGetValue((owner, tag), out digest))
                known[(owner, tag)] = digest = await client.FindDigestAsync(project.Plan.AwsNames.Repository(owner), tag, stop).ConfigureAwait(false) ?? built?.Find(tag)?.Image.Digest;
            services.Add(digest is null ? service : (ContainerServicePlan)service with { Image = ((ContainerServicePlan)service).Image with { Digest = digest } });
        }

        return project with { Plan = project.Plan with { Services = services } };
    }
}
