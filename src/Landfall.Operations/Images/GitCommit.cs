using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Images;

/// <summary>The commit that a folder is at.</summary>
internal static class GitCommit
{
    /// <summary>Finds it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>12 digits of the commit, with <c>-dirty</c> when files differ from it; null outside git.</returns>
    public static async Task<string?> FindAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            var result = await ProcessRunner.RunAsync(
                new ProcessSpec("git", ["describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"]) { Folder = folder }, null, cancellation).ConfigureAwait(false);
            return result.ExitCode == 0 ? result.Output.Trim() : null;
        }
        catch (LandfallException)
        {
            return null;
        }
    }
}
