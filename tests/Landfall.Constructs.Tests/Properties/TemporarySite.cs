namespace Landfall.Constructs.Tests.Properties;

/// <summary>A project folder with one page, for the sites of a plan.</summary>
internal sealed class TemporarySite : IDisposable
{
    public TemporarySite() => File.WriteAllText(Path.Combine(Folder, "index.html"), "<!doctype html><title>Site</title>");

    public string Folder { get; } = Directory.CreateTempSubdirectory("landfall-site-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
