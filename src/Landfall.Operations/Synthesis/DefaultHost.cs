using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Synthesis;

/// <summary>The default synth host of an installed Landfall, which is a package that is obtained and built on first use.</summary>
internal static class DefaultHost
{
    /// <summary>
    /// Obtains the host's package and builds it, once per version. It is built aside and then moved into place as a
    /// whole, so that an interrupted build never counts.
    /// </summary>
    /// <param name="root">The project's folder, whose <c>nuget.config</c> counts.</param>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The host.</returns>
    /// <exception cref="LandfallException">The package could not be obtained or built.</exception>
    public static async Task<SynthHost> EnsureAsync(string root, Action<string> progress, CancellationToken cancellation)
    {
        var version = LandfallVersion.Current;
        var folder = LandfallHome.Below("host");
        var finished = Path.Combine(folder, version);
        var assembly = Path.Combine(finished, "landfall-host.dll");
        if (FolderRecord.IsIntact(finished))
            return SynthHost.OfFiles(assembly);

        using var alone = await FolderLock.TakeAsync(folder, progress, TimeProvider.System, cancellation).ConfigureAwait(false);
        if (FolderRecord.IsIntact(finished))
            return SynthHost.OfFiles(assembly);

        progress($"Obtaining the synth host {version} (once, about a minute) …");
        var aside = InTheWay.OfFolder(Path.Combine(folder, $".{version}"));
        try
        {
            var built = Path.Combine(aside, "out");
            await BuildAsync(aside, built, version, root, cancellation).ConfigureAwait(false);
            FolderRecord.Write(built, contents: false);
            Directory.Delete(InTheWay.OfFolder(finished), recursive: true);
            Directory.Move(built, finished);
        }
        finally
        {
            Directory.Delete(aside, recursive: true);
        }

        return SynthHost.OfFiles(assembly);
    }

    private static async Task BuildAsync(string folder, string output, string version, string root, CancellationToken cancellation)
    {
        var project = HostProject.Write(folder, version);
        var errors = await HostBuild.RunAsync(project, output, [$"-p:RestoreRootConfigDirectory={root}"], cancellation).ConfigureAwait(false);
        if (errors.Count == 0)
            return;
        throw new LandfallException(
            ErrorCodes.SynthHostNotBuilt,
            $"The package Landfall.Constructs {version}, which writes the templates, could not be obtained or built:\n  {string.Join("\n  ", errors.Select(e => e.Replace($"{project} ", "", StringComparison.Ordinal)))}\n"
            + $"Check the network and the sources that 'dotnet nuget list source' shows in '{root}', then try again.");
    }
}
