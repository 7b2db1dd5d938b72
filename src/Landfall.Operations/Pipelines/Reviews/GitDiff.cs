using System.Text;
using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Operations.Pipelines.PullRequests;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>
/// What a commit has changed since it left a branch. Of the repository only commits are read: no attribute of theirs hides a file
/// (<c>--text</c>), and no program runs for them (<c>--no-ext-diff</c>, <c>--no-textconv</c>).
/// </summary>
internal sealed class GitDiff : IDisposable
{
    private const int Sample = 8000;

    private static readonly string[] Plain = ["--text", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--submodule=short"];

    private readonly string _root;
    private readonly string _base;
    private readonly string _temporary;

    private GitDiff(string root, string from, string commit) =>
        (_root, _base, Commit, _temporary) = (root, from, commit, Directory.CreateTempSubdirectory("landfall-review-").FullName);

    /// <summary>The commit in full.</summary>
    public string Commit { get; }

    /// <summary>Finds the two commits.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="from">The commit or branch that the change goes to.</param>
    /// <param name="commit">The commit with the change.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="LandfallException">There is no repository, or no such commit.</exception>
    public static async Task<GitDiff> OpenAsync(string folder, string from, string commit, CancellationToken stop)
    {
        var (root, why) = await AskAsync(folder, stop, "rev-parse", "--show-toplevel").ConfigureAwait(false);
        if (root is null)
            throw new LandfallException(ErrorCodes.ReviewCommit, $"'{folder}' is in no git repository that can be read{why}. Name a folder of one.");
        var (start, end) = (await CommitAsync(root, "--base", from, stop).ConfigureAwait(false), await CommitAsync(root, "--commit", commit, stop).ConfigureAwait(false));
        var (common, _) = await AskAsync(root, stop, "merge-base", start, end).ConfigureAwait(false);
        return new GitDiff(root, common ?? throw new LandfallException(ErrorCodes.ReviewCommit, $"'{from}' and '{commit}' have no commit in common here, as in a repository with its newest commits alone. 'git fetch --unshallow' gets the others."), end);
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_temporary, recursive: true);

    /// <summary>Lists the files that have changed.</summary>
    /// <param name="stop">Stops it.</param>
    /// <returns>The files, each with its former path where it has been moved.</returns>
    public async Task<IReadOnlyList<(string Path, string? Former)>> ListAsync(CancellationToken stop)
    {
        // "added TAB deleted TAB path NUL", and "added TAB deleted TAB NUL former NUL path NUL" for what has been moved (git-diff, -z).
        var fields = Encoding.UTF8.GetString(await WriteAsync(["--numstat", "-z"], [], stop).ConfigureAwait(false)).Split('\0');
        var files = new List<(string, string?)>();
        for (var i = 0; i < fields.Length - 1; i++)
        {
            var path = fields[i].Split('\t', 3)[^1];
            files.Add(path.Length > 0 ? (path, null) : (fields[i + 2], fields[i + 1]));
            i += path.Length > 0 ? 0 : 2;
        }

        return files;
    }

    /// <summary>Reads a file's difference.</summary>
    /// <param name="path">The file.</param>
    /// <param name="former">Its former path, or null.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The difference, or the reason for which it is not read.</returns>
    public async Task<(DiffFile? File, string? Reason)> ReadAsync(string path, string? former, CancellationToken stop)
    {
        var difference = await WriteAsync(["--unified=1000000"], former is null ? [path] : [former, path], stop).ConfigureAwait(false);
        return difference.Length > 2 * InputLimits.Bytes ? (null, "It is larger than 1 MiB.")
            : difference.AsSpan(0, Math.Min(difference.Length, Sample)).Contains((byte)0) ? (null, "It is not text.")
            : (DiffFile.Parse(path, difference), null);
    }

    private async Task<byte[]> WriteAsync(string[] form, string[] paths, CancellationToken stop)
    {
        // Into a file: a name or a line may hold anything that would end a line of a stream.
        var file = Path.Combine(_temporary, "difference");
        var (_, why) = await AskAsync(_root, stop, ["--literal-pathspecs", "-c", "diff.suppressBlankEmpty=false", "diff", .. Plain, .. form, $"--output={file}", _base, Commit, "--", .. paths]).ConfigureAwait(false);
        if (why.Length > 0)
            throw new LandfallException(ErrorCodes.ReviewCommit, $"git could not compare '{_base[..12]}' with '{Commit[..12]}'{why}. 'git fsck' says whether the repository is whole.");
        return await File.ReadAllBytesAsync(file, stop).ConfigureAwait(false);
    }

    private static async Task<string> CommitAsync(string root, string option, string name, CancellationToken stop) =>
        (await AskAsync(root, stop, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}").ConfigureAwait(false)).Output
        ?? throw new LandfallException(ErrorCodes.ReviewCommit, $"'{option}' names '{PullText.Line(name, 100)}', which is no commit, branch or tag of the repository here. 'git fetch' gets those of others.");

    private static async Task<(string? Output, string Why)> AskAsync(string folder, CancellationToken stop, params string[] arguments)
    {
        var result = await ProcessRunner.RunAsync(new ProcessSpec("git", arguments) { Folder = folder }, null, stop).ConfigureAwait(false);
        return result.ExitCode == 0 ? (result.Output.Trim(), "") : (null, result.Error.Trim() is { Length: > 0 } said ? $": {PullText.Line(said, 300).TrimEnd('.')}" : ": it gave no reason");
    }
}
