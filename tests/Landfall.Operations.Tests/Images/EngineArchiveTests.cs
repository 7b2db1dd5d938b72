using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Images;

namespace Landfall.Operations.Tests.Images;

public sealed class EngineArchiveTests : IDisposable
{
    private const string Manifest = "application/vnd.oci.image.manifest.v1+json";

    private readonly TemporaryFolder _folder = new();
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CopyAsync_LayerThatIsNotCompressed_IsCompressed()
    {
        Save(Image("application/vnd.oci.image.layer.v1.tar"));

        var layout = OciLayout.Create(Path.Combine(_folder.Path, "images"));
        var image = await CopyAsync(layout);

        var json = OciLayout.Parse(layout.Read(image));
        var layer = OciDescriptor.Read(Assert.Single(json["layers"]!.AsArray()));
        Assert.Equal("application/vnd.oci.image.layer.v1.tar+gzip", layer.MediaType);
        Assert.Equal(new FileInfo(layout.FileOf(layer)).Length, layer.Size);
        using var unzipped = new StreamReader(new GZipStream(File.OpenRead(layout.FileOf(layer)), CompressionMode.Decompress));
        Assert.Equal("a layer", await unzipped.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal("{}", await File.ReadAllTextAsync(layout.FileOf(OciDescriptor.Read(json["config"])), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task CopyAsync_CompressedLayers_LeaveTheImageAsItIs()
    {
        var descriptor = Image("application/vnd.oci.image.layer.v1.tar+gzip");
        Save(descriptor);

        Assert.Equal((string?)descriptor["digest"], (await CopyAsync(OciLayout.Create(Path.Combine(_folder.Path, "images")))).Digest);
    }

    [Fact]
    public async Task CopyAsync_IndexWithAnAttestation_TakesTheImage()
    {
        var image = Image("application/vnd.oci.image.layer.v1.tar+gzip");
        var attestation = Blob("""{"layers":[]}""", Manifest);
        attestation["platform"] = new JsonObject { ["os"] = "unknown" };
        Save(Blob(new JsonObject { ["manifests"] = new JsonArray(attestation, image.DeepClone()) }.ToJsonString(), "application/vnd.oci.image.index.v1+json"));

        Assert.Equal((string?)image["digest"], (await CopyAsync(OciLayout.Create(Path.Combine(_folder.Path, "images")))).Digest);
    }

    [Fact]
    public async Task CopyAsync_OldFormOfDocker_SaysWhatIsNeeded()
    {
        _files["manifest.json"] = "[]";

        var e = await Assert.ThrowsAsync<LandfallException>(() => CopyAsync(OciLayout.Create(Path.Combine(_folder.Path, "images"))));

        Assert.Equal(ErrorCodes.ImagesFolder, e.Code);
        Assert.Contains("Docker writes it since version 25", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CopyAsync_DigestThatIsAPath_IsRefused()
    {
        Save(new JsonObject { ["mediaType"] = Manifest, ["digest"] = "sha256:../../../etc/passwd", ["size"] = 1 });

        var e = await Assert.ThrowsAsync<LandfallException>(() => CopyAsync(OciLayout.Create(Path.Combine(_folder.Path, "images"))));

        Assert.Contains("no SHA-256 digest", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ManifestThatWasChanged_IsRefused()
    {
        Save(Image("application/vnd.oci.image.layer.v1.tar+gzip"));
        var layout = OciLayout.Create(Path.Combine(_folder.Path, "images"));
        var image = await CopyAsync(layout);
        await File.AppendAllTextAsync(layout.FileOf(image), " ", TestContext.Current.CancellationToken);

        var e = Assert.Throws<LandfallException>(() => layout.Read(image));

        Assert.Contains("damaged", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_AfterTheFolderIsOpenedAgain_GivesWhatWasAdded()
    {
        Save(Image("application/vnd.oci.image.layer.v1.tar+gzip"));
        var folder = Path.Combine(_folder.Path, "images");
        var layout = OciLayout.Create(folder);
        var image = await CopyAsync(layout);
        layout.Add(image, "0123");

        Assert.Equal(image, OciLayout.Create(folder).Find("0123"));
        Assert.Null(OciLayout.Open(folder).Find("4567"));
        Assert.Equal(ErrorCodes.ImagesFolder, Assert.Throws<LandfallException>(() => OciLayout.Open(_folder.Path)).Code);
    }

    private JsonObject Image(string layerType)
    {
        var json = new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = Manifest, ["config"] = Blob("{}", "application/vnd.oci.image.config.v1+json"), ["layers"] = new JsonArray(Blob("a layer", layerType)) };
        return Blob(json.ToJsonString(), Manifest);
    }

    private JsonObject Blob(string text, string mediaType)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        _files[$"blobs/sha256/{hash}"] = text;
        return new JsonObject { ["mediaType"] = mediaType, ["digest"] = $"sha256:{hash}", ["size"] = text.Length };
    }

    private void Save(JsonObject descriptor) =>
        _files["index.json"] = new JsonObject { ["schemaVersion"] = 2, ["manifests"] = new JsonArray(descriptor.DeepClone()) }.ToJsonString();

    private async Task<OciDescriptor> CopyAsync(OciLayout layout)
    {
        var file = Path.Combine(_folder.Path, "image.tar");
        await using (var tar = new TarWriter(File.Create(file)))
        {
            foreach (var (name, text) in _files)
                await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) }, TestContext.Current.CancellationToken);
        }

        return await new EngineArchive(file).CopyAsync(layout, TestContext.Current.CancellationToken);
    }
}
