using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Synthesis;

/// <summary>Builds a synth host's project with the .NET SDK.</summary>
internal static class HostBuild
{
    /// <summary>Builds a project.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="output">The folder for the program.</param>
    /// <param name="more">More arguments of <c>dotnet build</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What the compiler and NuGet object to, one line each; empty when the program is there.</returns>
    /// <exception cref="LandfallException">There is no .NET SDK.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(
        string project, string output, IReadOnlyList<string> more, CancellationToken cancellation)
    {
        var build = new ProcessSpec(
            "dotnet",
            [
                "build", project, "-c", "Release", "-o", output, "-nologo", "-v", "quiet", "-tl:off", "-clp:ErrorsOnly;NoSummary",

                // Build servers would outlive the build and hold its output streams open.
                "-nodeReuse:false", "-p:UseSharedCompilation=false", .. more,
            ])
        {
            Folder = Path.GetDirectoryName(project),
            Environment = new Dictionary<string, string?> { ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0", ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        };
        var result = await ProcessRunner.RunAsync(build, null, cancellation).ConfigureAwait(false);
        return result.ExitCode == 0 ? [] : BuildErrors.Of(result.Output + result.Error);
    }
}
