using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Security.Fixing;

/// <summary>Files whose text stands nowhere but in them: a change could not be taken back.</summary>
internal static class UnsavedFiles
{
    /// <summary>Finds them.</summary>
    /// <param name="root">The scanned folder.</param>
    /// <param name="files">The files, from there.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>Those with changes that git has not got; all where there is no git.</returns>
    public static async Task<IReadOnlyList<string>> ListAsync(string root, IReadOnlyList<string> files, CancellationToken stop)
    {
        var unsaved = new List<string>();
        foreach (var file in files)
        {
            if (await IsUnsavedAsync(root, file, stop).ConfigureAwait(false))
                unsaved.Add(file);
        }

        return unsaved;
    }

    private static async Task<bool> IsUnsavedAsync(string root, string file, CancellationToken stop)
    {
        try
        {
            var spec = new ProcessSpec("git", ["status", "--porcelain", "--ignored", "--", $":(literal){file}"]) { Folder = root };
            var result = await ProcessRunner.RunAsync(spec, null, stop).ConfigureAwait(false);
            return result.ExitCode != 0 || result.Output.Trim().Length > 0;
        }
        catch (LandfallException)
        {
            return true; // no git on this machine
        }
    }
}
