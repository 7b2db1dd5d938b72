namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>The part of a service's API that reports need.</summary>
internal interface IPullClient
{
    /// <summary>Reads the pull request.</summary>
    /// <returns>The pull request.</returns>
    Task<PullRequest> ReadAsync();

    /// <summary>Finds a comment by what it begins with.</summary>
    /// <param name="start">The beginning.</param>
    /// <returns>The comment's number; null where there is none.</returns>
    Task<long?> FindCommentAsync(string start);

    /// <summary>Writes a comment.</summary>
    /// <param name="text">Its Markdown.</param>
    /// <returns>When it is there.</returns>
    Task AddCommentAsync(string text);

    /// <summary>Writes a comment again.</summary>
    /// <param name="id">The comment's number.</param>
    /// <param name="text">Its Markdown.</param>
    /// <returns>When it is there.</returns>
    Task ChangeCommentAsync(long id, string text);

    /// <summary>Writes the status of a commit.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="status">The status.</param>
    /// <returns>When it is there.</returns>
    Task SetStatusAsync(string commit, CommitStatus status);
}
