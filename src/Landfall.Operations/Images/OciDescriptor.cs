using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Config;

namespace Landfall.Operations.Images;

/// <summary>Names a blob (OCI Image Format Specification, "OCI Content Descriptors").</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Digest">Its digest, <c>sha256:…</c>.</param>
/// <param name="Size">Its bytes.</param>
internal sealed partial record OciDescriptor(string MediaType, string Digest, long Size)
{
    /// <summary>Reads a descriptor.</summary>
    /// <param name="json">A node of a manifest or an index.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="LandfallException">It is none, or its digest is no SHA-256, which is part of a file's name.</exception>
    public static OciDescriptor Read(JsonNode? json) =>
        json is JsonObject node && (string?)node["digest"] is { } digest && Sha256().IsMatch(digest)
            ? new OciDescriptor((string?)node["mediaType"] ?? "", digest, (long?)node["size"] ?? 0)
            : throw new LandfallException(ErrorCodes.ImagesFolder, "An image names a part of itself by something that is no SHA-256 digest.");

    /// <summary>Writes it.</summary>
    /// <returns>A node.</returns>
    public JsonObject Write() => new() { ["mediaType"] = MediaType, ["digest"] = Digest, ["size"] = Size };

    [GeneratedRegex("^sha256:[0-9a-f]{64}$")]
    private static partial Regex Sha256();
}
