using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>
/// Pull requests at Bitbucket. Sources: Bitbucket Cloud REST API, "Pullrequests" and "Commit statuses", where "the existing
/// status object will be overwritten" by one with its key.
/// </summary>
/// <param name="api">The API.</param>
/// <param name="repository">The repository, <c>workspace/name</c>.</param>
/// <param name="number">The pull request.</param>
internal sealed class BitbucketPulls(PullApi api, string repository, long number) : IPullClient
{
    // A key has at most 40 characters.
    private const int LongestKey = 40;

    // Of pull requests it lists at most so many on a page.
    private const int MostListed = 50;

    private readonly string _repository = $"/repositories/{repository}";

    private readonly string _request = string.Create(CultureInfo.InvariantCulture, $"/repositories/{repository}/pullrequests/{number}");

    /// <summary>
    /// Finds an open pull request by its commit among all of them: Bitbucket finds pull requests by a commit only where an index of
    /// them has been turned on ("Commits", "List pull requests that contain a commit").
    /// </summary>
    /// <param name="api">The API.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="branch">Where it goes to.</param>
    /// <returns>Its number; null where there is none.</returns>
    public static Task<long?> FindAsync(PullApi api, string repository, string commit, string branch) => PullComments.FirstAsync(
        async page => (await api.AskAsync(HttpMethod.Get, $"/repositories/{repository}/pullrequests?state=OPEN&pagelen={MostListed}&page={page}").ConfigureAwait(false) as JsonObject)?["values"] as JsonArray,
        request => request.Find("source", "commit", "hash") is { Length: >= 12 } hash && commit.StartsWith(hash, StringComparison.Ordinal) && request.Find("destination", "branch", "name") == branch
            ? request.Find("id")
            : null,
        MostListed);

    /// <inheritdoc />
    public async Task<PullRequest> ReadAsync()
    {
        var request = new PullAnswer(await api.AskAsync(HttpMethod.Get, _request).ConfigureAwait(false));
        var source = request.Find("source", "repository", "full_name");
        return new PullRequest(
            request.Text("source", "commit", "hash"),
            request.Text("state") == "OPEN",
            !string.Equals(source, request.Text("destination", "repository", "full_name"), StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc />
    public Task<long?> FindCommentAsync(string start) => PullComments.FindAsync(
        async page => (await api.AskAsync(HttpMethod.Get, $"{_request}/comments?pagelen={PullComments.PageSize}&page={page}").ConfigureAwait(false) as JsonObject)?["values"] as JsonArray,
        comment => comment.Find("deleted") == "true" ? null : comment.Find("content", "raw"),
        start);

    /// <inheritdoc />
    public Task AddCommentAsync(string text) => api.AskAsync(HttpMethod.Post, $"{_request}/comments", new { content = new { raw = text } });

    /// <inheritdoc />
    public Task ChangeCommentAsync(long id, string text) =>
        api.AskAsync(HttpMethod.Put, string.Create(CultureInfo.InvariantCulture, $"{_request}/comments/{id}"), new { content = new { raw = text } });

    /// <inheritdoc />
    public Task SetStatusAsync(string commit, CommitStatus status) => api.AskAsync(
        HttpMethod.Post,
        $"{_repository}/commit/{commit}/statuses/build",
        new
        {
            key = Key(status.Name),
            state = status.Succeeded ? "SUCCESSFUL" : "FAILED",
            name = status.Name,
            description = status.Description,
            // It has to have one.
            url = status.Url ?? $"https://bitbucket.org/{repository}/pull-requests/{number.ToString(CultureInfo.InvariantCulture)}",
        });

    private static string Key(string name) =>
        name.Length <= LongestKey ? name : $"{name[..(LongestKey - 9)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8]}";
}
