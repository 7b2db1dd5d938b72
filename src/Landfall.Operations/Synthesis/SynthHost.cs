using System.Globalization;
using Landfall.Config;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Synthesis;

/// <summary>The program that turns a plan into CloudFormation templates.</summary>
/// <param name="Assembly">Its entry assembly, run by <c>dotnet</c>.</param>
/// <param name="Identity">Changes whenever the same plan could give other templates.</param>
/// <param name="IsUsers">True for a program of the user's own, which may read any variable and keep any state.</param>
internal sealed record SynthHost(string Assembly, string Identity, bool IsUsers = false)
{
    /// <summary>Finds the host of a project, and builds it where it has to be built first.</summary>
    /// <param name="project">The project; its <c>extend</c> names the user's own host.</param>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The host.</returns>
    /// <exception cref="LandfallException">The host cannot be built.</exception>
    public static async Task<SynthHost> FindAsync(Project project, Action<string> progress, CancellationToken cancellation)
    {
        if (project.Plan.Extend is { } extend)
            return await OwnHost.EnsureAsync(project, extend, progress, cancellation).ConfigureAwait(false);
        if (Environment.GetEnvironmentVariable("LANDFALL_SYNTH_HOST") is { } given)
        {
            return File.Exists(given)
                ? OfFiles(given)
                : throw new LandfallException(ErrorCodes.SynthHostMissing, $"LANDFALL_SYNTH_HOST names '{given}', which is not there.");
        }

        return await DefaultHost.EnsureAsync(project.Root, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// A host that is known by its files. It is hundreds of megabytes of libraries, so they count by name, size and time
    /// of writing: an update changes these, and at worst an equal copy synthesises once more.
    /// </summary>
    /// <param name="assembly">Its entry assembly.</param>
    /// <returns>The host.</returns>
    public static SynthHost OfFiles(string assembly)
    {
        using var hash = new InputHash();
        var folder = new DirectoryInfo(Path.GetDirectoryName(assembly)!);
        foreach (var file in folder.EnumerateFiles("*.dll").OrderBy(f => f.Name, StringComparer.Ordinal))
            hash.AddText(string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
        return new SynthHost(assembly, hash.ToString());
    }

    /// <summary>Runs the host as a fresh process.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder that it runs in: relative paths in a user's own constructs start there.</param>
    /// <param name="node">The node that the CDK's library runs in.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What it left behind.</returns>
    public Task<ProcessResult> RunAsync(IReadOnlyList<string> arguments, string folder, string node, CancellationToken cancellation) =>
        ProcessRunner.RunAsync(
            new ProcessSpec("dotnet", [Assembly, .. arguments]) { Folder = folder, Environment = Variables(node) }, null, cancellation);

    /// <summary>What to set and what to take away from the variables of this process.</summary>
    private Dictionary<string, string?> Variables(string node)
    {
        var own = HostEnvironment.OfProcess();
        var variables = IsUsers ? [] : own.Keys.ToDictionary(name => name, string? (_) => null, StringComparer.Ordinal);
        foreach (var (name, value) in HostEnvironment.Of(own, node))
            variables[name] = value;
        return variables;
    }
}
