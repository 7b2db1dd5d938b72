using System.Globalization;
using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Security.Fixing;

/// <summary>Files whose text stands nowhere but in them: a change could not be taken back.</summary>
internal static class UnsavedFiles
{
    /// <summary>Asks before such files are changed.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="names">The files that will be changed, from there.</param>
    /// <param name="agreed">What the caller has agreed to.</param>
    /// <param name="context">Who is asked.</param>
    public static async Task RequireAsync(string root, IReadOnlyList<string> names, Agreed agreed, OperationContext context)
    {
        var unsaved = agreed.Yes ? [] : await ListAsync(root, names, context.Stop).ConfigureAwait(false);
        if (unsaved.Count == 0)
            return;
        const int Shown = 5;
        var more = unsaved.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $" and {unsaved.Count - Shown} more") : "";
        var list = $"{string.Join(", ", unsaved.Take(Shown))}{more}";
        await agreed.RequireAsync(
            new Question($"Git has not got all of {list}, so that this change could not be told from your own. Change them all the same?", "Commit them first, or add '--yes'."),
            "Nothing was changed.", context).ConfigureAwait(false);
    }

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
