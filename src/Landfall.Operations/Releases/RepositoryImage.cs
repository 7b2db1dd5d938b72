using Landfall.Aws.ContainerRegistry;
using Landfall.Aws.SystemsManager;
using Landfall.Config;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Releases;

/// <summary>An image of a service's repository.</summary>
internal static class RepositoryImage
{
    /// <summary>The image by its digest: a tag may be moved, and what was released may not.</summary>
    /// <param name="ground">The service.</param>
    /// <param name="target">The account and region.</param>
    /// <param name="given">A tag, a digest, or an address in the repository.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Its address.</returns>
    /// <exception cref="LandfallException">The repository does not have it.</exception>
    public static async Task<string> FindAsync(ReleaseGround ground, AwsTarget target, string given, CancellationToken stop)
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
