using System.IO.Compression;

namespace Landfall.Operations.Synthesis;

/// <summary>
/// MSBuild's binary log of a build, for one thing: the list of the files that the build read. MSBuild puts every
/// project and import into an archive beside the log, those of referenced projects too, and what is named EmbedInBinlog.
/// </summary>
internal sealed class BuildLog : IDisposable
{
    private const string Targets = """
        <Project>
          <ItemGroup>
            <EmbedInBinlog Include="@(Compile);@(EmbeddedResource);@(AdditionalFiles)" />
          </ItemGroup>
        </Project>

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("landfall-build-").FullName;

    public BuildLog() => File.WriteAllText(TargetsFile, Targets);

    /// <summary>The arguments of <c>dotnet build</c> that make it write the log.</summary>
    public IReadOnlyList<string> Arguments =>
        [$"-bl:{Path.Combine(_folder, "build.binlog")};ProjectImports=ZipFile", $"-p:CustomAfterMicrosoftCommonTargets={TargetsFile}"];

    private string TargetsFile => Path.Combine(_folder, "inputs.targets");

    /// <summary>Reads the list after the build.</summary>
    /// <returns>Full paths, without what the build itself wrote.</returns>
    public IReadOnlyList<string> Files()
    {
        using var archive = ZipFile.OpenRead(Path.Combine(_folder, "build.ProjectImports.zip"));
        return [.. archive.Entries.Select(e => FullPath(e.FullName)).Where(f => !IsOfTheBuild(f))];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The archive's names are full paths with backslashes, and without a drive's colon.
    private static string FullPath(string name) => OperatingSystem.IsWindows() ? name.Insert(1, ":") : name.Replace('\\', '/');

    private bool IsOfTheBuild(string file) =>
        file.StartsWith(_folder, StringComparison.Ordinal) || file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
