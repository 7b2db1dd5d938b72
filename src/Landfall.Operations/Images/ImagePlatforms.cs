using System.Text.Json.Nodes;

namespace Landfall.Operations.Images;

/// <summary>The processors that an image of a registry is for.</summary>
internal static class ImagePlatforms
{
    /// <summary>Asks for them.</summary>
    /// <param name="registry">The image's registry.</param>
    /// <param name="image">The image.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The architectures of Linux images in OCI's words, for example <c>arm64</c>, in order; null where the registry does not hold the image.</returns>
    /// <exception cref="Landfall.Config.LandfallException">The registry refuses.</exception>
    public static async Task<IReadOnlyList<string>?> FindAsync(RegistryClient registry, ImageReference image, CancellationToken stop)
    {
        if (await registry.FindManifestAsync(image.Repository, image.Version, stop).ConfigureAwait(false) is not { } bytes)
            return null;
        var manifest = JsonNode.Parse(bytes);

        // An index also names what says how images were built, for no system and processor ("unknown").
        if (manifest?["manifests"] is JsonArray all)
            return [.. all.Where(one => (string?)one?["platform"]?["os"] == "linux").Select(one => (string)one!["platform"]!["architecture"]!).Distinct().Order(StringComparer.Ordinal)];
        if ((string?)manifest?["config"]?["digest"] is not { } digest)
            return [];
        using var config = await registry.OpenBlobAsync(image.Repository, digest, stop).ConfigureAwait(false);
        var read = await JsonNode.ParseAsync(config, cancellationToken: stop).ConfigureAwait(false);
        return (string?)read?["architecture"] is { } architecture ? [architecture] : [];
    }
}
