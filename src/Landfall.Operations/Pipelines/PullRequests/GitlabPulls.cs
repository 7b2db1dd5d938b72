using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Config;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>
/// Merge requests at GitLab. Sources: GitLab documentation, "Merge requests API", "Notes API" and "Commits API", "Set commit
/// pipeline status".
/// </summary>
/// <param name="api">The API.</param>
/// <param name="repository">The project with its groups.</param>
/// <param name="number">The merge request's number in the project.</param>
internal sealed class GitlabPulls(PullApi api, string repository, long number) : IPullClient
{
    private readonly string _project = $"/projects/{Uri.EscapeDataString(repository)}";

    private readonly string _request = string.Create(CultureInfo.InvariantCulture, $"/projects/{Uri.EscapeDataString(repository)}/merge_requests/{number}");

    /// <summary>Finds an open merge request by its commit ("Commits API", "List merge requests associated with a commit").</summary>
    /// <param name="api">The API.</param>
    /// <param name="repository">The project with its groups.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="branch">Where it goes to.</param>
    /// <returns>Its number; null where there is none.</returns>
    public static Task<long?> FindAsync(PullApi api, string repository, string commit, string branch) => PullComments.FirstAsync(
        async page => await api.AskAsync(HttpMethod.Get, $"/projects/{Uri.EscapeDataString(repository)}/repository/commits/{commit}/merge_requests?state=opened&per_page={PullComments.PageSize}&page={page}").ConfigureAwait(false) as JsonArray,
        request => request.Find("state") == "opened" && request.Find("sha") == commit && request.Find("target_branch") == branch ? request.Find("iid") : null);

    /// <inheritdoc />
    public async Task<PullRequest> ReadAsync()
    {
        var request = new PullAnswer(await api.AskAsync(HttpMethod.Get, _request).ConfigureAwait(false));
        return new PullRequest(request.Text("sha"), request.Text("state") == "opened", request.Find("source_project_id") != request.Text("target_project_id"));
    }

    /// <inheritdoc />
    public Task<long?> FindCommentAsync(string start) => PullComments.FindAsync(
        async page => await api.AskAsync(HttpMethod.Get, $"{_request}/notes?sort=asc&per_page={PullComments.PageSize}&page={page}").ConfigureAwait(false) as JsonArray,
        note => note.Find("system") == "true" ? null : note.Find("body"),
        start);

    /// <inheritdoc />
    public Task AddCommentAsync(string text) => api.AskAsync(HttpMethod.Post, $"{_request}/notes", new { body = text });

    /// <inheritdoc />
    public Task ChangeCommentAsync(long id, string text) =>
        api.AskAsync(HttpMethod.Put, string.Create(CultureInfo.InvariantCulture, $"{_request}/notes/{id}"), new { body = text });

    /// <inheritdoc />
    public async Task SetStatusAsync(string commit, CommitStatus status)
    {
        try
        {
            await api.AskAsync(
                HttpMethod.Post,
                $"{_project}/statuses/{commit}",
                new { state = status.Succeeded ? "success" : "failed", name = status.Name, description = status.Description, target_url = status.Url }).ConfigureAwait(false);
        }
        catch (LandfallException e) when (e.Message.Contains("Cannot transition status", StringComparison.Ordinal))
        {
            // It is that already: GitLab knows ways from one state to another alone.
        }
    }
}
