using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests.Pipelines;

/// <summary>
/// A GitHub Enterprise Server with one pull request, on loopback. It keeps comments and statuses, lets in who has its token, and
/// refuses what GitHub refuses (GitHub documentation, "REST API endpoints for issue comments" and "for commit statuses").
/// </summary>
internal sealed class GithubServer : IAsyncDisposable
{
    public const string Token = "hub-t0ken";

    private const int LongestComment = 65_536;

    private readonly string _repository;
    private readonly int _pull;
    private readonly LoopbackServer _server;
    private readonly List<string> _comments = [];
    private readonly List<JsonNode> _statuses = [];

    public GithubServer(string repository, int pull)
    {
        (_repository, _pull) = (repository, pull);
        _server = new LoopbackServer(Answer);
    }

    /// <summary>The commit of the pull request.</summary>
    public string Commit { get; init; } = PipelineRun.Commit;

    /// <summary>Its address, without the API's path.</summary>
    public string Url => _server.Url;

    public string Api => $"{Url}/api/v3";

    /// <summary>The comments as they are now, one after another.</summary>
    public IReadOnlyList<string> Comments
    {
        get
        {
            lock (_comments)
                return [.. _comments];
        }
    }

    /// <summary>The statuses of the commit, in order.</summary>
    public IReadOnlyList<JsonNode> Statuses
    {
        get
        {
            lock (_comments)
                return [.. _statuses];
        }
    }

    /// <summary>What was asked so far, whole.</summary>
    public IReadOnlyList<string> Requests => _server.Requests;

    /// <summary>Answers in place of the API, by method and path.</summary>
    public Func<string, string?> Instead { get; init; } = _ => null;

    /// <summary>Says nothing to whoever asks for this method and path.</summary>
    public string? SilentTo { get; init; }

    /// <summary>Hears of everything that is asked.</summary>
    public Action<string> Seen { get; init; } = _ => { };

    private string Repository => $"/api/v3/repos/{_repository}";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string? Answer(string request)
    {
        var line = request[..request.IndexOf(" HTTP/", StringComparison.Ordinal)];
        Seen(line);
        if (line == SilentTo)
            return null;
        if (Instead(line) is { } instead)
            return instead;
        if (!request.Contains($"\r\nAuthorization: Bearer {Token}\r\n", StringComparison.Ordinal))
            return Said(401, "Bad credentials");
        var comments = $"{Repository}/issues/{_pull}/comments";
        var names = new JsonObject { ["full_name"] = _repository };
        JsonObject head = new() { ["sha"] = Commit, ["repo"] = names }, onto = new() { ["ref"] = "main", ["repo"] = names.DeepClone() };
        JsonObject pull = new() { ["number"] = _pull, ["state"] = "open", ["head"] = head, ["base"] = onto };
        lock (_comments)
        {
            return line switch
            {
                _ when line == $"GET {Repository}/commits/{Commit}/pulls?per_page=100&page=1" => LoopbackServer.Answer($"[{pull.ToJsonString()}]"),
                _ when line == $"GET {Repository}/pulls/{_pull}" => LoopbackServer.Answer(pull.ToJsonString()),
                _ when line == $"GET {comments}?per_page=100&page=1" => LoopbackServer.Answer(new JsonArray([.. _comments.Select((body, i) => (JsonNode)new JsonObject { ["id"] = i + 1, ["body"] = body })]).ToJsonString()),
                _ when line == $"POST {comments}" => Write(request, _comments.Count),
                _ when line.StartsWith($"PATCH {Repository}/issues/comments/", StringComparison.Ordinal) => Write(request, int.Parse(line[(line.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture) - 1),
                _ when line == $"POST {Repository}/statuses/{Commit}" => Set(Body(request)),
                _ => Said(404, "Not Found"),
            };
        }
    }

    private string Write(string request, int index)
    {
        var text = (string)Body(request)["body"]!;
        if (text.Length > LongestComment)
            return Said(422, "Validation Failed: body is too long (maximum is 65536 characters)");
        if (index == _comments.Count)
            _comments.Add(text);
        else
            _comments[index] = text;
        return LoopbackServer.Answer("{}", 201);
    }

    private string Set(JsonNode status)
    {
        _statuses.Add(status);
        return LoopbackServer.Answer("{}", 201);
    }

    public static string Said(int status, string message, params string[] headers) =>
        LoopbackServer.Answer(new JsonObject { ["message"] = message }.ToJsonString(), status, headers);

    private static JsonNode Body(string request) => JsonNode.Parse(request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..])!;
}
