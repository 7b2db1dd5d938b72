using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Operations.Accounts;
using Landfall.Operations.Images;
using Landfall.Operations.Networks;

namespace Landfall.Operations.Projects;

/// <summary>Loads a project folder for a command that needs a valid one.</summary>
internal static class ProjectLoader
{
    /// <summary>Loads a folder's file and resolves one environment.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="environment">The environment, or null for the first in the file.</param>
    /// <param name="local">True to go by what was looked up in the local AWS, where that was done.</param>
    /// <returns>The project.</returns>
    /// <exception cref="LandfallException">The file has problems, or no such environment.</exception>
    public static Project Load(string folder, string? environment, bool local = false)
    {
        var loaded = LoadFile(folder);
        return Resolve(loaded, environment ?? loaded.EnvironmentNames[0], local);
    }

    /// <summary>Loads a folder's file, resolves one environment and reads what images are built from.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="environment">The environment, or null for the first in the file.</param>
    /// <param name="local">True to go by what was looked up in the local AWS, where that was done.</param>
    /// <returns>The project, its images with tags, for synthesis.</returns>
    /// <exception cref="LandfallException">The file has problems, or no such environment.</exception>
    public static Project LoadWithTags(string folder, string? environment, bool local = false)
    {
        var loaded = LoadFile(folder);
        return WithTags(loaded, environment ?? loaded.EnvironmentNames[0], local);
    }

    /// <summary>Resolves one environment of a loaded file and reads what images are built from.</summary>
    /// <param name="loaded">The file.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="local">True to go by what was looked up in the local AWS, where that was done.</param>
    /// <returns>The project, its images with tags, for synthesis.</returns>
    /// <exception cref="LandfallException">There is no such environment.</exception>
    public static Project WithTags(LoadedConfig loaded, string environment, bool local) => WithTags(Resolve(loaded, environment, local));

    /// <summary>Resolves one environment of a loaded file for AWS, and reads what images are built from.</summary>
    /// <param name="loaded">The file.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="known">The facts.</param>
    /// <returns>The project, its images with tags, for synthesis.</returns>
    /// <exception cref="LandfallException">There is no such environment, or a database's version is not on offer.</exception>
    public static Project WithTags(LoadedConfig loaded, string environment, KnownFacts? known)
    {
        var plan = PlanResolver.Resolve(loaded.Config!, environment, known);
        ContextCheck.RequireVersions(plan, known);
        return WithTags(new Project(loaded.Root, plan));
    }

    /// <summary>Loads what templates are made from for a command that looks nothing up in an account: all has to be known.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="environment">The environment, or null for the first in the file.</param>
    /// <param name="local">True for the local AWS, for which usual values do.</param>
    /// <param name="everything">True where a usual value does not do on AWS either, as in a pipeline.</param>
    /// <returns>The project, its images with tags, for synthesis.</returns>
    /// <exception cref="LandfallException">The file has problems, or no such environment, a fact is missing, or a database's version is not on offer.</exception>
    public static Project LoadKnown(string folder, string? environment, bool local, bool everything)
    {
        var loaded = LoadFile(folder);
        var name = environment ?? loaded.EnvironmentNames[0];
        if (local)
            return WithTags(loaded, name, local);
        var known = KnownFacts.Read(loaded.Root);
        ContextCheck.Require(folder, NeededFacts.Of(loaded.Config!, name), known, everything);
        return WithTags(loaded, name, known);
    }

    /// <summary>Loads a folder's file and resolves every environment, or the one that is named.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="environment">The only environment, or null for all.</param>
    /// <returns>The projects, in the file's order.</returns>
    /// <exception cref="LandfallException">The file has problems, or no such environment.</exception>
    public static IReadOnlyList<Project> LoadAll(string folder, string? environment)
    {
        var loaded = LoadFile(folder);
        return environment is null ? All(loaded) : [Resolve(loaded, environment, local: false)];
    }

    /// <summary>Resolves every environment of a loaded file.</summary>
    /// <param name="loaded">The file.</param>
    /// <returns>The projects, in the file's order.</returns>
    public static IReadOnlyList<Project> All(LoadedConfig loaded) => [.. loaded.EnvironmentNames.Select(name => Resolve(loaded, name, local: false))];

    /// <summary>Loads a folder's file without resolving an environment.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <returns>The valid configuration.</returns>
    /// <exception cref="LandfallException">The file has problems, or is for another version of Landfall.</exception>
    public static LoadedConfig LoadFile(string folder)
    {
        var loaded = ConfigLoader.Load(folder, Environment.GetEnvironmentVariable);
        PinnedVersion.Require(loaded.Root); // another version may find other problems
        return loaded.Config is not null
            ? loaded
            : throw new LandfallException(ErrorCodes.FileInvalid, "The file has problems.") { Details = new FileProblems(loaded.Problems) };
    }

    private static Project WithTags(Project project) => project with { Plan = ImageTags.Compute(project.Plan, project.Root) };

    private static Project Resolve(LoadedConfig loaded, string environment, bool local)
    {
        var facts = KnownFacts.Read(loaded.Root);
        return new(loaded.Root, PlanResolver.Resolve(loaded.Config!, environment, local ? LocalFacts.Over(facts, loaded.Root) : facts));
    }
}
