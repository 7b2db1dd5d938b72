using Landfall.Config;

namespace Landfall.Operations.Synthesis;

/// <summary>The default synth host of an installed Landfall, which is a package that is obtained and built on first use.</summary>
internal static class DefaultHost
{
    /// <summary>
    /// Obtains the host's package and builds it, once per version. It is built aside and then moved into place as a
    /// whole, so that an interrupted build never counts, and of two builds at once the first to end wins.
    /// </summary>
    /// <param name="root">The project's folder, whose NuGet sources apply.</param>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The host.</returns>
    /// <exception cref="LandfallException">The package is not to be had.</exception>
    public static async Task<SynthHost> EnsureAsync(string root, Action<string> progress, CancellationToken cancellation)
    {
        var version = LandfallVersion.Current;
        var finished = Path.Combine(LandfallHome.Below("host"), version);
        var assembly = Path.Combine(finished, "landfall-host.dll");
        if (File.Exists(assembly))
            return SynthHost.OfFiles(assembly);

        progress($"Obtaining the synth host {version} (once, about a minute) …");
        var aside = LandfallHome.Below("host", $".{version}-{Environment.ProcessId}");
        try
        {
            var built = Path.Combine(aside, "out");
            var project = HostProject.Write(aside, version);
            var errors = await HostBuild.RunAsync(
                project, built, [$"-p:RestoreRootConfigDirectory={root}"], cancellation).ConfigureAwait(false);
            if (errors.Count > 0)
            {
                throw new LandfallException(
                    ErrorCodes.SynthHostNotBuilt,
                    $"The package Landfall.Constructs {version}, which writes the templates, could not be obtained or built:\n  {string.Join("\n  ", errors.Select(e => e.Replace($"{project} ", "", StringComparison.Ordinal)))}\n"
                    + $"Check the network and the sources that 'dotnet nuget list source' shows in '{root}', then try again.");
            }

            if (!File.Exists(assembly))
                Directory.Move(built, finished);
        }
        catch (IOException) when (File.Exists(assembly))
        {
            // Another run has put it there in the meantime.
        }
        finally
        {
            Directory.Delete(aside, recursive: true);
        }

        return SynthHost.OfFiles(assembly);
    }
}
