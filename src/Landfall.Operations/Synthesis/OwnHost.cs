using Landfall.Config;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Synthesis;

/// <summary>The user's own synth host, built again only when something that it is built from has changed.</summary>
internal static class OwnHost
{
    private static readonly string NoSource =
        "\nThe package comes with the release, as a folder of packages. Name that folder as a source in a nuget.config beside landfall.yaml, "
        + "or for this machine: dotnet nuget add source FOLDER --name landfall. "
        + $"The version that fits this landfall is {LandfallVersion.Current}.";

    /// <summary>Finds the host that a project's <c>extend</c> names, and builds it when it is not current.</summary>
    /// <param name="project">The project.</param>
    /// <param name="extend">The folder with exactly one project file, relative to the project.</param>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up; what was built before stays.</param>
    /// <returns>The host.</returns>
    /// <exception cref="LandfallException">There is not exactly one project, or it does not build a program.</exception>
    public static async Task<SynthHost> EnsureAsync(Project project, string extend, Action<string> progress, CancellationToken cancellation)
    {
        var source = ProjectFile(Path.GetFullPath(extend, project.Root), extend);
        var finished = Path.Combine(project.WorkFolder, "host");
        if (Current(finished, source) is { } current)
            return current;

        // Two builds of one project would write the same intermediate files.
        using var alone = await FolderLock.TakeAsync(project.WorkFolder, progress, TimeProvider.System, cancellation).ConfigureAwait(false);
        if (Current(finished, source) is { } builtMeanwhile)
            return builtMeanwhile;

        progress($"Building {Path.GetRelativePath(project.Root, source)} …");
        var aside = $"{finished}.new";
        try
        {
            await BuildAsync(project, source, aside, cancellation).ConfigureAwait(false);
            Directory.Delete(InTheWay.OfFolder(finished), recursive: true);
            Directory.Move(aside, finished);
        }
        finally
        {
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
        }

        return new SynthHost(Program(finished, source), HostInputs.Read(finished)!.Hash, IsUsers: true);
    }

    private static SynthHost? Current(string folder, string source) =>
        FolderRecord.IsIntact(folder) && HostInputs.Read(folder) is { } inputs && inputs.Project == source && inputs.AreCurrent
            ? new SynthHost(Program(folder, source), inputs.Hash, IsUsers: true)
            : null;

    private static async Task BuildAsync(Project project, string source, string output, CancellationToken cancellation)
    {
        Directory.Delete(InTheWay.OfFolder(output), recursive: true); // left by a run that was killed
        Directory.CreateDirectory(output);
        var began = TimeProvider.System.GetUtcNow().UtcDateTime;
        using var log = new BuildLog();
        var errors = await HostBuild.RunAsync(source, output, log.Arguments, cancellation).ConfigureAwait(false);
        if (errors.Count > 0)
        {
            var root = project.Root + Path.DirectorySeparatorChar;
            throw new LandfallException(
                ErrorCodes.SynthHostNotBuilt,
                $"'{Path.GetRelativePath(project.Root, source)}', which 'extend' names, does not build:\n  "
                + string.Join("\n  ", errors.Select(e => e.Replace(root, "", StringComparison.Ordinal)))
                + (BuildErrors.MissConstructs(errors) ? NoSource : ""));
        }

        _ = Program(output, source);
        if (LandfallVersion.OfConstructsIn(output) is var used && used != LandfallVersion.Current)
        {
            throw new LandfallException(
                ErrorCodes.ExtendVersion,
                $"'{Path.GetRelativePath(project.Root, source)}' {(used is null ? "does not use Landfall.Constructs" : $"uses Landfall.Constructs {used}")}, but this is landfall {LandfallVersion.Current}. "
                + $"Reference it: <PackageReference Include=\"Landfall.Constructs\" Version=\"{LandfallVersion.Current}\" />.");
        }

        HostInputs.Of(source, log.Files(), began).Write(output);
        FolderRecord.Write(output, contents: false);
    }

    private static string ProjectFile(string folder, string extend)
    {
        var projects = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.csproj") : [];
        return projects.Length == 1
            ? projects[0]
            : throw new LandfallException(ErrorCodes.ExtendAmbiguous, $"'extend' names '{extend}', which has {projects.Length} project files; it must be a folder with one .csproj.");
    }

    private static string Program(string folder, string source)
    {
        var assembly = Path.Combine(folder, Path.GetFileNameWithoutExtension(source) + ".dll");
        if (File.Exists(Path.ChangeExtension(assembly, ".runtimeconfig.json")))
            return assembly;

        // <AssemblyName> differs: this file stands beside the entry assembly alone, whatever it is called.
        var runtime = Directory.GetFiles(folder, "*.runtimeconfig.json");
        return runtime.Length == 1
            ? runtime[0].Replace(".runtimeconfig.json", ".dll", StringComparison.Ordinal)
            : throw new LandfallException(ErrorCodes.ExtendNoProgram, $"'{Path.GetFileName(source)}' builds no program: set <OutputType>Exe</OutputType>.");
    }
}
