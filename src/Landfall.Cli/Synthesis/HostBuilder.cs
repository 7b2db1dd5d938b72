using System.Reflection;
using Landfall.Cli.Processes;
using Landfall.Config;

namespace Landfall.Cli.Synthesis;

/// <summary>Builds synth hosts: the user's own, and the default one when Landfall was installed as a .NET tool.</summary>
internal static class HostBuilder
{
    /// <summary>Builds the user's own host.</summary>
    /// <param name="folder">The folder with exactly one project file.</param>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The host.</returns>
    /// <exception cref="LandfallException">There is not exactly one project, or it does not build.</exception>
    public static async Task<SynthHost> BuildAsync(string folder, Action<string> progress, CancellationToken cancellation)
    {
        var projects = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.csproj") : [];
        if (projects.Length != 1)
            throw new LandfallException("LF5021", $"'extend' names '{folder}', which has {projects.Length} project files; it must be a folder with one .csproj.");

        progress($"Building {Path.GetFileName(projects[0])} …");
        var output = Path.Combine(folder, "bin", "landfall");
        await RunBuildAsync(projects[0], output, [], cancellation).ConfigureAwait(false);

        // This file stands beside the entry assembly alone, whatever the assembly is called.
        var runtime = Directory.GetFiles(output, "*.runtimeconfig.json");
        return runtime.Length == 1
            ? new SynthHost(runtime[0].Replace(".runtimeconfig.json", ".dll", StringComparison.Ordinal))
            : throw new LandfallException("LF5023", $"'{projects[0]}' builds no program: set <OutputType>Exe</OutputType>.");
    }

    /// <summary>
    /// Obtains the default host's package and builds it, once per version. It is built aside and then moved into place
    /// as a whole, so that an interrupted build never counts, and of two builds at once the first to end wins.
    /// </summary>
    /// <param name="root">The project's folder, whose NuGet sources apply.</param>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The host.</returns>
    /// <exception cref="LandfallException">The package is not to be had.</exception>
    public static async Task<SynthHost> BuildDefaultAsync(string root, Action<string> progress, CancellationToken cancellation)
    {
        var version = Version();
        var finished = Path.Combine(LandfallHome.Below("host"), version);
        var host = new SynthHost(Path.Combine(finished, "landfall-host.dll"));
        if (File.Exists(host.Assembly))
            return host;

        progress($"Obtaining the synth host {version} (once, about a minute) …");
        var aside = LandfallHome.Below("host", $".{version}-{Environment.ProcessId}");
        try
        {
            var project = HostProject.Write(aside, version);
            var built = Path.Combine(aside, "out");
            await RunBuildAsync(project, built, [$"-p:RestoreRootConfigDirectory={root}"], cancellation).ConfigureAwait(false);
            if (!File.Exists(host.Assembly))
                Directory.Move(built, finished);
        }
        catch (IOException) when (File.Exists(host.Assembly))
        {
            // Another run has put it there in the meantime.
        }
        finally
        {
            Directory.Delete(aside, recursive: true);
        }

        return host;
    }

    private static async Task RunBuildAsync(string project, string output, IReadOnlyList<string> more, CancellationToken cancellation)
    {
        // Build servers would outlive the build and hold its output streams open.
        var build = new ProcessSpec(
            "dotnet",
            ["build", project, "-c", "Release", "-o", output, "-nologo", "-v", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false", .. more])
        {
            Folder = Path.GetDirectoryName(project),
            Environment = new Dictionary<string, string?> { ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0" },
        };
        var result = await ProcessRunner.RunAsync(build, null, cancellation).ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw new LandfallException("LF5022", $"The synth host '{project}' does not build:\n{Errors(result.Output + result.Error)}");
    }

    private static string Version() =>
        typeof(HostBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static string Errors(string output) =>
        string.Join('\n', output.Split('\n').Where(l => l.Contains("error", StringComparison.Ordinal)).Select(l => l.Trim()).Distinct().Take(10));
}
