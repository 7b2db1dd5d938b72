using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Security;

/// <summary>The files of a folder that are somebody's work: without what git ignores, where git is there.</summary>
internal static class SourceFiles
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { ".git", "node_modules" };

    /// <summary>Lists them.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Their paths from there, with forward slashes, in order.</returns>
    public static async Task<IReadOnlyList<string>> ListAsync(string root, CancellationToken stop)
    {
        var names = await OfGitAsync(root, stop).ConfigureAwait(false) ?? Walk(new DirectoryInfo(root)).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'));
        return [.. names.Where(name => !name.Split('/').Any(part => LeftOut.Contains(part) || part == OwnState.WorkFolder)).Order(StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<string>?> OfGitAsync(string root, CancellationToken stop)
    {
        try
        {
            var result = await ProcessRunner.RunAsync(
                new ProcessSpec("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"]) { Folder = root }, null, stop).ConfigureAwait(false);
            // Who names a folder that git ignores, as a whole, wants it scanned.
            return result.ExitCode == 0 && result.Output.Trim('\0', '\n').Length > 0 ? result.Output.Split('\0', '\n').Where(name => name.Length > 0) : null;
        }
        catch (LandfallException)
        {
            return null; // no git on this machine
        }
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };
        foreach (var file in folder.EnumerateFiles("*", options))
            yield return file.FullName;
        foreach (var below in folder.EnumerateDirectories("*", options).Where(d => d.LinkTarget is null && !LeftOut.Contains(d.Name) && !OwnState.IsOwn(d.FullName)))
        {
            foreach (var file in Walk(below))
                yield return file;
        }
    }
}
