using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config;

namespace Landfall.Operations.Images;

/// <summary>A folder with images, each under its tag (OCI Image Format Specification, "OCI Image Layout").</summary>
internal sealed class OciLayout
{
    private const string TagAnnotation = "org.opencontainers.image.ref.name";

    private readonly string _folder;

    private OciLayout(string folder) => _folder = folder;

    private string Index => Path.Combine(_folder, "index.json");

    /// <summary>Opens a folder to add images; what is in it stays.</summary>
    /// <param name="folder">The folder, which is made where there is none.</param>
    /// <returns>The layout.</returns>
    public static OciLayout Create(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "blobs", "sha256"));
        File.WriteAllText(Path.Combine(folder, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
        var layout = new OciLayout(folder);
        if (!File.Exists(layout.Index))
            File.WriteAllText(layout.Index, """{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]}""");
        return layout;
    }

    /// <summary>Opens a folder that an engine or <see cref="Create"/> has written.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The layout.</returns>
    /// <exception cref="LandfallException">It has no images.</exception>
    public static OciLayout Open(string folder)
    {
        var layout = new OciLayout(folder);
        return File.Exists(layout.Index)
            ? layout
            : throw new LandfallException(ErrorCodes.ImagesFolder, $"'{folder}' is no folder with images: it has no index.json. 'landfall build images' writes one.");
    }

    /// <summary>The images and indices in it, the oldest first.</summary>
    /// <returns>Their descriptors.</returns>
    public IReadOnlyList<OciDescriptor> List() => [.. Entries(Parse(File.ReadAllBytes(Index))).Select(OciDescriptor.Read)];

    /// <summary>Finds an image.</summary>
    /// <param name="tag">Its tag.</param>
    /// <returns>The manifest's descriptor; null where there is no such image.</returns>
    public OciDescriptor? Find(string tag) =>
        Entries(Parse(File.ReadAllBytes(Index))).FirstOrDefault(entry => (string?)entry?["annotations"]?[TagAnnotation] == tag) is { } found ? OciDescriptor.Read(found) : null;

    /// <summary>The file of a blob.</summary>
    /// <param name="blob">The blob.</param>
    /// <returns>Its path, whether or not it is there.</returns>
    public string FileOf(OciDescriptor blob) => Path.Combine(_folder, "blobs", "sha256", blob.Digest["sha256:".Length..]);

    /// <summary>Reads a manifest.</summary>
    /// <param name="manifest">Its descriptor.</param>
    /// <returns>Its bytes, which are those of the digest.</returns>
    /// <exception cref="LandfallException">They are others, or are not there.</exception>
    public byte[] Read(OciDescriptor manifest)
    {
        var file = FileOf(manifest);
        var bytes = File.Exists(file) ? File.ReadAllBytes(file) : [];
        return DigestOf(SHA256.HashData(bytes)) == manifest.Digest
            ? bytes
            : throw new LandfallException(ErrorCodes.ImagesFolder, $"The images in '{_folder}' are damaged: {manifest.Digest} is missing or not what it was. Build them again.");
    }

    /// <summary>Adds an image whose blobs are there.</summary>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="tag">Its tag.</param>
    public void Add(OciDescriptor manifest, string tag)
    {
        var index = Parse(File.ReadAllBytes(Index));
        var entry = manifest.Write();
        entry["annotations"] = new JsonObject { [TagAnnotation] = tag };
        index["manifests"]!.AsArray().Add(entry);
        File.WriteAllText(Index, index.ToJsonString());
    }

    /// <summary>Adds a blob.</summary>
    /// <param name="mediaType">What it is.</param>
    /// <param name="write">Writes its bytes.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Its descriptor.</returns>
    public async Task<OciDescriptor> AddBlobAsync(string mediaType, Func<Stream, Task> write, CancellationToken cancellation)
    {
        var temporary = Path.Combine(_folder, "blobs", "part");
        await using (var file = File.Create(temporary))
            await write(file).ConfigureAwait(false);
        await using var written = File.OpenRead(temporary);
        var blob = new OciDescriptor(mediaType, DigestOf(await SHA256.HashDataAsync(written, cancellation).ConfigureAwait(false)), written.Length);
        written.Close();
        File.Move(temporary, FileOf(blob), overwrite: true);
        return blob;
    }

    /// <summary>Adds a blob.</summary>
    /// <param name="mediaType">What it is.</param>
    /// <param name="from">Its bytes; they are closed.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Its descriptor.</returns>
    public async Task<OciDescriptor> AddBlobAsync(string mediaType, Stream from, CancellationToken cancellation)
    {
        await using (from)
            return await AddBlobAsync(mediaType, to => from.CopyToAsync(to, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads a manifest or an index as JSON.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <returns>The object.</returns>
    /// <exception cref="LandfallException">It is none.</exception>
    public static JsonObject Parse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) as JsonObject ?? throw new JsonException("It is no object.");
        }
        catch (JsonException e)
        {
            throw new LandfallException(ErrorCodes.ImagesFolder, $"A description of an image is no JSON: {e.Message}", e);
        }
    }

    private static IEnumerable<JsonNode?> Entries(JsonObject index) => index["manifests"] as JsonArray ?? [];

    private static string DigestOf(byte[] hash) => $"sha256:{Convert.ToHexStringLower(hash)}";
}
