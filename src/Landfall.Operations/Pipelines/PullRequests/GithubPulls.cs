using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>
/// Pull requests at GitHub. Sources: GitHub REST API documentation, "Pull requests", "Issue comments" (a pull request's
/// conversation is an issue's) and "Commit statuses".
/// </summary>
/// <param name="api">The API.</param>
/// <param name="repository">The repository, <c>owner/name</c>.</param>
/// <param name="number">The pull request.</param>
internal sealed class GithubPulls(PullApi api, string repository, long number) : IPullClient
{
    private readonly string _repository = $"/repos/{repository}";

    private readonly string _number = number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Finds an open pull request by its commit ("Commits", "List pull requests associated with a commit").</summary>
    /// <param name="api">The API.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="branch">Where it goes to.</param>
    /// <returns>Its number; null where there is none.</returns>
    public static Task<long?> FindAsync(PullApi api, string repository, string commit, string branch) => PullComments.FirstAsync(
        async page => await api.AskAsync(HttpMethod.Get, $"/repos/{repository}/commits/{commit}/pulls?per_page={PullComments.PageSize}&page={page}").ConfigureAwait(false) as JsonArray,
        pull => pull.Find("state") == "open" && pull.Find("head", "sha") == commit && pull.Find("base", "ref") == branch ? pull.Find("number") : null);

    /// <inheritdoc />
    public async Task<PullRequest> ReadAsync()
    {
        var pull = new PullAnswer(await api.AskAsync(HttpMethod.Get, $"{_repository}/pulls/{_number}").ConfigureAwait(false));

        // A fork that has been deleted is null.
        var head = pull.Find("head", "repo", "full_name");
        return new PullRequest(pull.Text("head", "sha"), pull.Text("state") == "open", !string.Equals(head, pull.Text("base", "repo", "full_name"), StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc />
    public Task<long?> FindCommentAsync(string start) => PullComments.FindAsync(
        async page => await api.AskAsync(HttpMethod.Get, $"{_repository}/issues/{_number}/comments?per_page={PullComments.PageSize}&page={page}").ConfigureAwait(false) as JsonArray,
        comment => comment.Find("body"),
        start);

    /// <inheritdoc />
    public Task AddCommentAsync(string text) => api.AskAsync(HttpMethod.Post, $"{_repository}/issues/{_number}/comments", new { body = text });

    /// <inheritdoc />
    public Task ChangeCommentAsync(long id, string text) =>
        api.AskAsync(HttpMethod.Patch, string.Create(CultureInfo.InvariantCulture, $"{_repository}/issues/comments/{id}"), new { body = text });

    /// <inheritdoc />
    public Task SetStatusAsync(string commit, CommitStatus status) => api.AskAsync(
        HttpMethod.Post,
        $"{_repository}/statuses/{commit}",
        new { state = status.Succeeded ? "success" : "failure", context = status.Name, description = status.Description, target_url = status.Url });
}
