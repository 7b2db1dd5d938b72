using Landfall.Config;
using Landfall.Config.Tree;

namespace Landfall.Operations.Migration.Copilot;

/// <summary>The files that AWS Copilot keeps in a repository, in the folder <c>copilot</c>.</summary>
/// <param name="Root">The repository's folder.</param>
/// <param name="App">The application's name.</param>
/// <param name="Services">The manifests of services and jobs, by name.</param>
/// <param name="Environments">The manifests of environments, by name.</param>
/// <param name="Pipelines">The manifests of pipelines, by name.</param>
/// <param name="Others">Files that Landfall has no equal of, or that a person has to look at, relative to the repository.</param>
/// <remarks>Source of the layout: AWS Copilot CLI, "Manifest", "Environments", "Pipelines", "Additional AWS resources", "Overrides".</remarks>
internal sealed record CopilotWorkspace(
    string Root,
    string App,
    IReadOnlyList<CopilotManifest> Services,
    IReadOnlyList<CopilotManifest> Environments,
    IReadOnlyList<CopilotManifest> Pipelines,
    IReadOnlyList<string> Others)
{
    private const string FolderName = "copilot";

    /// <summary>Reads it.</summary>
    /// <param name="folder">The repository's folder, or the folder <c>copilot</c> in it.</param>
    /// <returns>The files.</returns>
    /// <exception cref="LandfallException">There are no manifests, or one cannot be read.</exception>
    public static CopilotWorkspace Read(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var root = Path.GetFileName(full) == FolderName && !Directory.Exists(Path.Combine(full, FolderName)) ? Path.GetDirectoryName(full)! : full;
        var copilot = Path.Combine(root, FolderName);
        var manifests = Directory.Exists(copilot)
            ? Directory.EnumerateFiles(copilot, "manifest.y*ml", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
                .Where(file => file.Split('/').Length is 3 or 4)
                .Order(StringComparer.Ordinal)
                .Select(file => ReadManifest(root, file))
                .ToList()
            : [];
        var services = manifests.Where(m => m.File.Split('/').Length == 3).ToList();
        if (services.Count == 0)
            throw new LandfallException(ErrorCodes.NothingToMigrate, $"There is no manifest of a service or job in '{copilot}': AWS Copilot keeps them in copilot/<name>/manifest.yml. Name the repository's folder.");
        return new CopilotWorkspace(
            root,
            AppOf(copilot) ?? Path.GetFileName(root),
            services,
            [.. manifests.Where(m => m.File.StartsWith($"{FolderName}/environments/", StringComparison.Ordinal))],
            [.. manifests.Where(m => m.File.StartsWith($"{FolderName}/pipelines/", StringComparison.Ordinal))],
            [.. OthersOf(root, copilot)]);
    }

    /// <summary>Overrides (patches and CDK programs), custom buildspecs and the like.</summary>
    private static IEnumerable<string> OthersOf(string root, string copilot) =>
        Directory.EnumerateFiles(copilot, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(file => !file.Contains("/node_modules/", StringComparison.Ordinal) && !file.Contains("/addons/", StringComparison.Ordinal)
                && Path.GetFileName(file) is not (".workspace" or "manifest.yml" or "manifest.yaml"))
            .Order(StringComparer.Ordinal);

    private static string? AppOf(string copilot)
    {
        var path = Path.Combine(copilot, ".workspace");
        return File.Exists(path) && ForeignYaml.Read(path, ".workspace").Find("application")?.Value is ScalarNode { IsNull: false } name ? name.Text : null;
    }

    private static CopilotManifest ReadManifest(string root, string file)
    {
        var tree = ForeignYaml.Read(Path.Combine(root, file), file);
        return new CopilotManifest(Text(tree, "name") ?? file.Split('/')[^2], Text(tree, "type") ?? "", file, tree);
    }

    private static string? Text(MapNode tree, string key) => tree.Find(key)?.Value is ScalarNode { IsNull: false } text ? text.Text : null;
}
