using Landfall.Config;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>What is said on a pull request.</summary>
/// <param name="pull">The pull request.</param>
/// <param name="commit">The commit that is spoken of.</param>
internal sealed class PullThread(IPullClient pull, string commit)
{
    /// <summary>Tells why nothing should be written there.</summary>
    /// <returns>The reason; null where there is none.</returns>
    public async Task<PullOutcome?> RefusalAsync()
    {
        var found = await pull.ReadAsync().ConfigureAwait(false);
        if (!found.IsOpen)
            return PullOutcome.Closed;

        // What a fork's build has written is anybody's.
        if (found.IsFork)
            return PullOutcome.Fork;
        return found.Commit.Length < 12 || !commit.StartsWith(found.Commit, StringComparison.OrdinalIgnoreCase) ? PullOutcome.MovedOn : null;
    }

    /// <summary>Writes a comment, in the place of the one that was written before it.</summary>
    /// <param name="start">What the comment begins with, and is found by.</param>
    /// <param name="text">Its Markdown.</param>
    /// <returns>What became of it.</returns>
    public async Task<PullOutcome> CommentAsync(string start, string text)
    {
        if (await pull.FindCommentAsync(start).ConfigureAwait(false) is { } id)
        {
            try
            {
                await pull.ChangeCommentAsync(id, text).ConfigureAwait(false);
                return PullOutcome.Updated;
            }
            catch (LandfallException e) when (e.Code is ErrorCodes.PullDenied or ErrorCodes.PullNotFound)
            {
                // Somebody else's that begins so, or one that has gone since: it keeps nobody from seeing the change.
            }
        }

        await pull.AddCommentAsync(text).ConfigureAwait(false);
        return PullOutcome.Added;
    }

    /// <summary>Writes the status of the commit.</summary>
    /// <param name="status">The status.</param>
    /// <returns>When it is there.</returns>
    public Task SetStatusAsync(CommitStatus status) => pull.SetStatusAsync(commit, status);
}
