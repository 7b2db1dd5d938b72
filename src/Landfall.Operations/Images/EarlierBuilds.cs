using Landfall.Aws.ContainerRegistry;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Images;

/// <summary>
/// The registry of the environment that a pipeline comes to first: what was built from the same files in an earlier run is there.
/// It is taken from there, so that an environment that the earlier run did not reach gets the same image, and not a twin of it.
/// </summary>
/// <param name="registry">The registry.</param>
/// <param name="names">The names of that environment.</param>
internal sealed class EarlierBuilds(RegistryCredentials registry, AwsNames names) : IDisposable
{
    private readonly RegistryClient _client = new(registry);

    /// <summary>Brings the image of a service into a folder.</summary>
    /// <param name="layout">The folder.</param>
    /// <param name="service">The service.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Its manifest; null where it was not built before.</returns>
    public async Task<OciDescriptor?> FindAsync(OciLayout layout, ContainerServicePlan service, CancellationToken cancellation)
    {
        var repository = names.Repository(service.Image.Repository!);
        return await _client.FindDigestAsync(repository, service.Image.Tag!, cancellation).ConfigureAwait(false) is { } digest
            ? await new ImageDownload(_client, layout).CopyAsync(repository, digest, cancellation).ConfigureAwait(false)
            : null;
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
