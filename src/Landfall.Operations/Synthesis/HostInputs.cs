using System.Runtime.InteropServices;

namespace Landfall.Operations.Synthesis;

/// <summary>What a host was built from, recorded beside the program.</summary>
/// <param name="Project">The host's project file.</param>
/// <param name="Files">The files that the build read.</param>
/// <param name="Hash">The content hash of these files, of what could have joined them, of the .NET SDKs and of Landfall's version.</param>
internal sealed record HostInputs(string Project, IReadOnlyList<string> Files, string Hash)
{
    private const string FileName = "landfall.inputs";

    /// <summary>True when the same build would give the same program.</summary>
    public bool AreCurrent => Compute(Files) == Hash;

    /// <summary>Takes stock after a build.</summary>
    /// <param name="project">The host's project file.</param>
    /// <param name="files">The files that the build read.</param>
    /// <param name="began">When it began. A file changed since then may have been read before, so nothing will match.</param>
    /// <returns>The inputs.</returns>
    public static HostInputs Of(string project, IReadOnlyList<string> files, DateTime began) => new(
        project,
        files,
        files.Any(f => File.GetLastWriteTimeUtc(f) >= began) ? $"changed since {began:O}" : Compute(files));

    /// <summary>Reads the record of a built host.</summary>
    /// <param name="folder">The program's folder.</param>
    /// <returns>The inputs, or null when there is no such host.</returns>
    public static HostInputs? Read(string folder)
    {
        var record = Path.Combine(folder, FileName);
        return File.Exists(record) && File.ReadAllLines(record) is [var hash, var project, .. var files] ? new HostInputs(project, files, hash) : null;
    }

    /// <summary>Writes the record.</summary>
    /// <param name="folder">The program's folder.</param>
    public void Write(string folder) => File.WriteAllLines(Path.Combine(folder, FileName), [Hash, Project, .. Files]);

    private static string Compute(IReadOnlyList<string> files)
    {
        using var hash = new InputHash();
        hash.AddText(LandfallVersion.Current);
        foreach (var sdk in Sdks())
            hash.AddText(sdk);
        var folders = files.Where(f => f.EndsWith("proj", StringComparison.Ordinal)).Select(f => Path.GetDirectoryName(f)!);
        foreach (var file in files.Concat(folders.SelectMany(ProjectFolder.Files)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            hash.AddFile(file, file);
        return hash.ToString();
    }

    /// <summary>A newly installed SDK may be the one that builds from now on.</summary>
    private static IEnumerable<string> Sdks()
    {
        var folder = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk");
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal) : [];
    }
}
