using Landfall.Config.Loading;
using Landfall.Operations.Init.Stacks;

namespace Landfall.Operations.Init;

/// <summary>Looks at a folder to offer sensible answers.</summary>
internal static class ProjectDetector
{
    // A repository of services has them one or two folders down: api, services/api.
    private const int Depth = 2;
    private static readonly string[] NotServices = ["node_modules", "bin", "obj", "dist", "build", "target", "vendor", "test", "tests", "docs", "examples", "infra", "public"];

    /// <summary>Tells what the code in a folder is written in.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The kind, or null when nothing gives it away.</returns>
    public static ProjectKind? Detect(string folder)
    {
        if (!Directory.Exists(folder))
            return null;
        if (DotnetProject.Is(folder))
            return ProjectKind.Dotnet;
        if (Has("package.json"))
            return new NodePackage(folder).IsSite && !Has("Dockerfile") ? ProjectKind.Static : ProjectKind.Node;
        if (PythonProject.Files.Any(Has))
            return ProjectKind.Python;
        if (Has("go.mod"))
            return ProjectKind.Go;
        if (JavaBuild.Files.Any(Has))
            return ProjectKind.Java;
        if (Has("Gemfile"))
            return ProjectKind.Ruby;
        if (Has("Dockerfile"))
            return ProjectKind.Docker;
        return Has("index.html") ? ProjectKind.Static : null;

        bool Has(string file) => File.Exists(Path.Combine(folder, file));
    }

    /// <summary>Finds the services of a repository whose own folder is none.</summary>
    /// <param name="folder">The repository's folder.</param>
    /// <returns>Their folders relative to it, each with its kind, in order.</returns>
    public static IReadOnlyList<(string Path, ProjectKind Kind)> Below(string folder)
    {
        var found = new List<(string, ProjectKind)>();
        if (Directory.Exists(folder))
            Add(folder, 1);
        return found;

        void Add(string parent, int level)
        {
            foreach (var below in Directory.EnumerateDirectories(parent).Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileName(below);
                if (name.StartsWith('.') || NotServices.Contains(name))
                    continue;
                if (Detect(below) is { } kind)
                    found.Add((Path.GetRelativePath(folder, below).Replace('\\', '/'), kind));
                else if (level < Depth)
                    Add(below, level + 1);
            }
        }
    }

    /// <summary>The folder of the system that a folder is inside of: that of its file, or the repository's.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The system's folder; null when the folder is a repository itself, or is in none.</returns>
    public static string? SystemAround(string folder) => ConfigFile.FindAbove(folder) is { } file ? Path.GetDirectoryName(file) : RepositoryOf(folder);

    private static string? RepositoryOf(string folder)
    {
        for (var current = new DirectoryInfo(Path.GetFullPath(folder)); current is not null; current = current.Parent)
        {
            if (Path.Exists(Path.Combine(current.FullName, ".git")))
                return current.FullName == Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) ? null : current.FullName;
        }

        return null;
    }

    /// <summary>Makes a name that Landfall accepts out of a folder's.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Lower-case letters, digits and hyphens, at most 20.</returns>
    public static string Name(string folder)
    {
        var letters = string.Join('-', new string([.. Path.GetFileName(Path.GetFullPath(folder).TrimEnd('/')).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        var name = letters.TrimStart("0123456789-".ToCharArray());
        return name.Length == 0 ? "app" : name[..Math.Min(20, name.Length)].TrimEnd('-');
    }
}
