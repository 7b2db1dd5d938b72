using System.IO.Enumeration;
using Landfall.Config;

namespace Landfall.Operations.Synthesis;

/// <summary>The files that a .NET project could be made of, whether or not it is now.</summary>
internal static class ProjectFolder
{
    // MSBuild, NuGet and the compiler look for these in the project's folder and in those above it.
    private static readonly string[] Inherited =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Build.rsp", "Directory.Packages.props",
        "nuget.config", "NuGet.config", "NuGet.Config", "global.json", ".editorconfig", ".globalconfig",
    ];

    /// <summary>Lists them.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <returns>Every file below it, and what it inherits from the folders above.</returns>
    public static IEnumerable<string> Files(string folder)
    {
        var above = Path.GetDirectoryName(folder);
        while (above is not null)
        {
            foreach (var file in Inherited.Select(name => Path.Combine(above, name)).Where(File.Exists))
                yield return file;
            above = Path.GetDirectoryName(above);
        }

        var below = new FileSystemEnumerable<string>(
            folder,
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.FileName is not KnownFacts.FileName,
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                !IsOutput(entry.FileName) && !OwnState.IsOwn(entry.ToFullPath()) && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint), // a link may lead in a circle
        };
        foreach (var file in below)
            yield return file;
    }

    private static bool IsOutput(ReadOnlySpan<char> folder) => folder is "bin" or "obj" or "node_modules" || folder[0] == '.';
}
