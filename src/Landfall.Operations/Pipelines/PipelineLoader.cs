using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Pipelines;

/// <summary>Loads a pipeline of a project.</summary>
internal static class PipelineLoader
{
    /// <summary>What the parameter with a pipeline's name says.</summary>
    public const string Which = "The pipeline, where the file has several.";

    /// <summary>Resolves a pipeline of a file.</summary>
    /// <param name="loaded">The file.</param>
    /// <param name="name">The pipeline, or null for the only one.</param>
    /// <returns>The pipeline, with the version that is to be installed.</returns>
    /// <exception cref="LandfallException">There is no such pipeline, or several and none is named; or the repository does not say which version it is for.</exception>
    public static PipelinePlan Resolve(LoadedConfig loaded, string? name)
    {
        var pipeline = Find(loaded, name);
        RequireFolder(loaded.Root, pipeline.Source.Folder);
        return PinnedVersion.Find(loaded.Root)?.Version is { } version
            ? pipeline with { Version = version, PackageHash = PackageHash.Of(version, Environment.GetEnvironmentVariable) }
            : throw new LandfallException(
                ErrorCodes.PipelineUnpinned,
                $"The pipeline installs the version of Landfall that the repository pins, but no .NET tool manifest in '{loaded.Root}' or above pins one. Run 'dotnet new tool-manifest' and 'dotnet tool install landfall --version {LandfallVersion.Current}' in the repository's root, and commit '.config/dotnet-tools.json'.");
    }

    /// <summary>Finds a pipeline of a file.</summary>
    /// <param name="loaded">The file.</param>
    /// <param name="name">The pipeline, or null for the only one.</param>
    /// <returns>The pipeline.</returns>
    /// <exception cref="LandfallException">There is no such pipeline, or several and none is named.</exception>
    public static PipelinePlan Find(LoadedConfig loaded, string? name)
    {
        var names = loaded.Config!.PipelineNames;
        if (name is null && names.Count > 1)
            throw new LandfallException(ErrorCodes.UnknownPipeline, $"The file has {names.Count} pipelines. Name one with --pipeline: {string.Join(", ", names.Select(n => n.Length == 0 ? "''" : n))}.");
        return PlanResolver.ResolvePipeline(loaded.Config, name ?? (names.Count == 1 ? names[0] : ""));
    }

    /// <summary>The repository's root, which the folder of the file is below.</summary>
    /// <param name="root">The folder of the file.</param>
    /// <param name="folder">The same, as the file says it is in the repository.</param>
    /// <returns>The root.</returns>
    public static string RepositoryOf(string root, string folder) =>
        folder == "." ? Path.GetFullPath(root) : Path.GetFullPath(Path.Combine(root, string.Join('/', folder.Split('/').Select(_ => ".."))));

    private static void RequireFolder(string root, string folder)
    {
        var found = Path.GetFullPath(root);
        if (folder != "." && Path.GetFullPath(Path.Combine(RepositoryOf(root, folder), folder)) != found)
            throw new LandfallException(ErrorCodes.PipelineSource, $"'folder' of the pipeline's source is '{folder}', but the file is in '{found}'. Give the folder's path in the repository.");
    }
}
