using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Landfall.Config;

namespace Landfall.Operations.Images;

/// <summary>
/// An image as an engine saves it: a tar with an OCI layout (Docker writes one since version 25). Layers that are not compressed
/// are compressed here, as a push by the engine would.
/// </summary>
/// <param name="file">The tar.</param>
internal sealed class EngineArchive(string file)
{
    private static readonly Dictionary<string, string> Compressed = new(StringComparer.Ordinal)
    {
        ["application/vnd.oci.image.layer.v1.tar"] = "application/vnd.oci.image.layer.v1.tar+gzip",
        ["application/vnd.docker.image.rootfs.diff.tar"] = "application/vnd.docker.image.rootfs.diff.tar.gzip",
    };

    /// <summary>Copies the image into a layout.</summary>
    /// <param name="to">The layout.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Its manifest there.</returns>
    /// <exception cref="LandfallException">The tar has no OCI layout.</exception>
    public async Task<OciDescriptor> CopyAsync(OciLayout to, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(file + ".content").FullName;
        try
        {
            await TarFile.ExtractToDirectoryAsync(file, folder, overwriteFiles: true, cancellation).ConfigureAwait(false);
            if (!File.Exists(Path.Combine(folder, "index.json")))
                throw new LandfallException(ErrorCodes.ImagesFolder, "The container engine saves images in a form of before the OCI's. Docker writes it since version 25.");
            var from = OciLayout.Open(folder);
            return await CopyAsync(from, Image(from, from.List()), to, cancellation).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The image: an index has it beside what attests where it comes from, and other platforms that are not there.</summary>
    private static OciDescriptor Image(OciLayout from, IReadOnlyList<OciDescriptor> list)
    {
        foreach (var one in list.Where(one => File.Exists(from.FileOf(one))))
        {
            var json = OciLayout.Parse(from.Read(one));
            if (json["manifests"] is JsonArray below)
                return Image(from, [.. below.Where(entry => (string?)entry?["platform"]?["os"] != "unknown").Select(OciDescriptor.Read)]);
            if (json["layers"] is JsonArray)
                return one;
        }

        throw new LandfallException(ErrorCodes.ImagesFolder, "The container engine has saved no image.");
    }

    private static async Task<OciDescriptor> CopyAsync(OciLayout from, OciDescriptor image, OciLayout to, CancellationToken cancellation)
    {
        var bytes = from.Read(image);
        var manifest = OciLayout.Parse(bytes);
        var config = OciDescriptor.Read(manifest["config"]);
        await to.AddBlobAsync(config.MediaType, File.OpenRead(from.FileOf(config)), cancellation).ConfigureAwait(false);
        var changed = false;
        var layers = new JsonArray();
        foreach (var entry in manifest["layers"]!.AsArray())
        {
            var layer = OciDescriptor.Read(entry);
            var stream = File.OpenRead(from.FileOf(layer));
            if (Compressed.TryGetValue(layer.MediaType, out var type))
            {
                changed = true;
                layer = await to.AddBlobAsync(type, target => CompressAsync(stream, target, cancellation), cancellation).ConfigureAwait(false);
            }
            else
            {
                await to.AddBlobAsync(layer.MediaType, stream, cancellation).ConfigureAwait(false);
            }

            layers.Add(layer.Write());
        }

        var mediaType = (string?)manifest["mediaType"] ?? image.MediaType;
        if (!changed)
            return await to.AddBlobAsync(mediaType, new MemoryStream(bytes), cancellation).ConfigureAwait(false);
        manifest["layers"] = layers;
        return await to.AddBlobAsync(mediaType, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString())), cancellation).ConfigureAwait(false);
    }

    private static async Task CompressAsync(Stream from, Stream to, CancellationToken cancellation)
    {
        await using (from)
        await using (var zip = new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true))
            await from.CopyToAsync(zip, cancellation).ConfigureAwait(false);
    }
}
