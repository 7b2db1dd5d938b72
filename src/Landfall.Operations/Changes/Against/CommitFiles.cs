using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Changes.Against;

/// <summary>
/// The files of a commit in a folder of their own, which goes with it. The repository is only read: an index beside the
/// files stands in for the repository's own.
/// </summary>
internal sealed class CommitFiles : IDisposable
{
    private readonly string _temporary;

    private CommitFiles(string temporary, string folder) => (_temporary, Folder) = (temporary, folder);

    /// <summary>The folder that stands for the one that was asked for.</summary>
    public string Folder { get; }

    /// <summary>Takes a commit's files out of the repository.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="commit">A commit, a branch or a tag.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The files.</returns>
    /// <exception cref="LandfallException">There is no repository, or no such commit.</exception>
    public static async Task<CommitFiles> TakeAsync(string folder, string commit, CancellationToken stop)
    {
        var prefix = await GitAsync(["rev-parse", "--show-prefix"], folder, [], stop).ConfigureAwait(false)
            ?? throw new LandfallException(ErrorCodes.CommitUnknown, $"'{folder}' is in no git repository, so there is no commit to compare with. Leave out --against.");
        var id = await GitAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", commit + "^{commit}"], folder, [], stop).ConfigureAwait(false)
            ?? throw new LandfallException(ErrorCodes.CommitUnknown, $"--against names '{commit}', which is no commit, branch or tag of the repository around '{folder}'. 'git fetch' gets those of others.");
        var temporary = Directory.CreateTempSubdirectory("landfall-commit-").FullName;
        var files = new CommitFiles(temporary, Path.Combine(temporary, "files", prefix));
        try
        {
            KeyValuePair<string, string?>[] index = [new("GIT_INDEX_FILE", Path.Combine(temporary, "index"))];
            var top = await GitAsync(["rev-parse", "--show-toplevel"], folder, [], stop).ConfigureAwait(false) ?? folder;
            if (await GitAsync(["read-tree", id], top, index, stop).ConfigureAwait(false) is null
                || await GitAsync(["checkout-index", "--all", $"--prefix={Path.Combine(temporary, "files")}/"], top, index, stop).ConfigureAwait(false) is null)
            {
                throw new LandfallException(ErrorCodes.CommitUnknown, $"git could not read the files of '{commit}'. 'git fsck' says whether the repository is whole.");
            }

            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_temporary, recursive: true);

    private static async Task<string?> GitAsync(
        IReadOnlyList<string> arguments, string folder, KeyValuePair<string, string?>[] environment, CancellationToken stop)
    {
        var spec = new ProcessSpec("git", arguments) { Folder = folder, Environment = new Dictionary<string, string?>(environment) };
        var result = await ProcessRunner.RunAsync(spec, null, stop).ConfigureAwait(false);
        return result.ExitCode == 0 ? result.Output.Trim() : null;
    }
}
