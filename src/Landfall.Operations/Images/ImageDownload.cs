namespace Landfall.Operations.Images;

/// <summary>Brings an image that a registry has into a folder as it is, so that it is not built again.</summary>
/// <param name="registry">The registry.</param>
/// <param name="layout">The folder.</param>
internal sealed class ImageDownload(RegistryClient registry, OciLayout layout)
{
    /// <summary>Brings an image.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="digest">Its digest.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Its manifest in the folder.</returns>
    /// <exception cref="Config.LandfallException">The registry does not give it, or gives something else.</exception>
    public async Task<OciDescriptor> CopyAsync(string repository, string digest, CancellationToken cancellation)
    {
        var (mediaType, bytes) = await registry.ReadManifestAsync(repository, digest, cancellation).ConfigureAwait(false);
        var manifest = await layout.AddBlobAsync(mediaType, new MemoryStream(bytes), cancellation).ConfigureAwait(false);
        Require(digest, manifest);
        var parts = ImageParts.Of(OciLayout.Parse(bytes));
        foreach (var below in parts.Manifests)
            await CopyAsync(repository, below.Digest, cancellation).ConfigureAwait(false);
        foreach (var blob in parts.Blobs.Where(blob => !File.Exists(layout.FileOf(blob))))
            Require(blob.Digest, await layout.AddBlobAsync(blob.MediaType, await registry.OpenBlobAsync(repository, blob.Digest, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false));
        return manifest;
    }

    private static void Require(string digest, OciDescriptor got)
    {
        if (got.Digest != digest)
            throw new Config.LandfallException(Config.ErrorCodes.RegistryRefused, $"The registry gives {got.Digest} in place of {digest}. Try again; what comes was damaged on its way.");
    }
}
