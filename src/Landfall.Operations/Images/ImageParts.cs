using System.Text.Json.Nodes;

namespace Landfall.Operations.Images;

/// <summary>What an image consists of.</summary>
/// <param name="Manifests">The images of an index.</param>
/// <param name="Blobs">The configuration and the layers of an image, each once.</param>
internal sealed record ImageParts(IReadOnlyList<OciDescriptor> Manifests, IReadOnlyList<OciDescriptor> Blobs)
{
    /// <summary>Reads a manifest or an index.</summary>
    /// <param name="json">Its text.</param>
    /// <returns>The parts that it names.</returns>
    public static ImageParts Of(JsonObject json) => json["manifests"] is JsonArray manifests
        ? new ImageParts([.. manifests.Select(OciDescriptor.Read)], [])
        : new ImageParts([], [.. ((JsonNode?[])[json["config"], .. json["layers"] as JsonArray ?? []]).Select(OciDescriptor.Read).DistinctBy(blob => blob.Digest)]);
}
