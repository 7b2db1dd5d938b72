using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Sites;

/// <summary>Runs the build commands of a project's static sites.</summary>
internal static class SiteBuilder
{
    /// <summary>Builds the sites that have a build command.</summary>
    /// <param name="project">The project.</param>
    /// <param name="onlyMissing">True to leave sites alone whose output folder exists.</param>
    /// <param name="progress">Gets a line for a person before each build.</param>
    /// <param name="cancellation">Stops the build.</param>
    /// <exception cref="LandfallException">A build failed, or a site has no files.</exception>
    public static async Task BuildAsync(Project project, bool onlyMissing, Action<string> progress, CancellationToken cancellation)
    {
        foreach (var site in project.Plan.Services.OfType<SiteServicePlan>())
        {
            var source = Path.GetFullPath(Path.Combine(project.Root, site.Source));
            var output = Path.GetFullPath(Path.Combine(source, site.Output)).TrimEnd(Path.DirectorySeparatorChar);
            if (site.BuildCommand is not null && !(onlyMissing && Directory.Exists(output)))
            {
                progress($"Building site '{site.Title}' …");
                await RunAsync(site, source, cancellation).ConfigureAwait(false);
            }

            if (!Directory.Exists(output))
                throw new LandfallException(ErrorCodes.SiteOutputMissing, $"Site '{site.Title}' has no files: '{output}' is not there. Create it, or correct 'source' or 'output'.");
        }
    }

    private static async Task RunAsync(SiteServicePlan site, string source, CancellationToken cancellation)
    {
        if (!Directory.Exists(source))
            throw new LandfallException(ErrorCodes.SiteSourceMissing, $"Site '{site.Title}': its source folder '{source}' is not there.");
        // The command is the project's own build script and is meant for the shell, as in package.json.
        var shell = OperatingSystem.IsWindows()
            ? new ProcessSpec("cmd", ["/c", site.BuildCommand!])
            : new ProcessSpec("sh", ["-c", site.BuildCommand!]);
        var result = await ProcessRunner.RunAsync(shell with { Folder = source }, null, cancellation).ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw new LandfallException(ErrorCodes.SiteBuildFailed, $"Site '{site.Title}': '{site.BuildCommand}' ended with exit code {result.ExitCode}:\n{(result.Output + result.Error).Trim()}");
    }
}
