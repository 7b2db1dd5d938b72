using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Operations.Pipelines.PullRequests;

namespace Landfall.Operations.Tests.Pipelines.PullRequests;

/// <summary>The part of a service's API that reports use, over real HTTP: it keeps comments and statuses, and knows one token.</summary>
internal sealed partial class PullServer : IAsyncDisposable
{
    public const string Token = "ghp_t0ken";

    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly LoopbackServer _server;
    private readonly PullService _service;
    private readonly Lock _lock = new();

    public PullServer(PullService service)
    {
        _service = service;
        _server = new LoopbackServer(request => Answer(request[..request.IndexOf("\r\n", StringComparison.Ordinal)], request, request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));
    }

    public string Url => $"{_server.Url}/base";

    /// <summary>The comments, in order; a number for each.</summary>
    public List<string> Comments { get; } = [];

    public List<JsonNode> Statuses { get; } = [];

    /// <summary>The methods and paths so far.</summary>
    public IEnumerable<string> Asked => _server.Requests.Select(request => request[..request.IndexOf(" HTTP/", StringComparison.Ordinal)].Replace("/base", "", StringComparison.Ordinal));

    public string Head { get; init; } = Commit;

    public bool Open { get; init; } = true;

    public bool Fork { get; init; }

    /// <summary>Answers in place of the API, by the request's first line; null for the API's own answer.</summary>
    public Func<string, string?> Instead { get; init; } = _ => null;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string Answer(string first, string request, string body)
    {
        lock (_lock)
        {
            if (Instead(first) is { } instead)
                return instead;
            if (!request.Contains(_service == PullService.Gitlab ? $"\r\nPRIVATE-TOKEN: {Token}\r\n" : $"\r\nAuthorization: Bearer {Token}\r\n", StringComparison.Ordinal) || !request.Contains("\r\nUser-Agent: landfall\r\n", StringComparison.Ordinal))
                return LoopbackServer.Answer("""{"message":"Bad credentials"}""", 401);
            var (method, path) = (first.Split(' ')[0], first.Split(' ')[1]["/base".Length..]);
            return (_service switch
            {
                PullService.Github => Github(method, path, body),
                PullService.Gitlab => Gitlab(method, path, body),
                _ => Bitbucket(method, path, body),
            }) is { } node ? LoopbackServer.Answer(node.ToJsonString(), method == "POST" ? 201 : 200) : LoopbackServer.Answer("""{"message":"Not Found"}""", 404);
        }
    }

    private JsonNode? Github(string method, string path, string body) => (method, path) switch
    {
        ("GET", "/repos/acme/shop/pulls/12") => new JsonObject
        {
            ["state"] = Open ? "open" : "closed",
            ["head"] = new JsonObject { ["sha"] = Head, ["repo"] = new JsonObject { ["full_name"] = Fork ? "mallory/shop" : "Acme/shop" } },
            ["base"] = new JsonObject { ["repo"] = new JsonObject { ["full_name"] = "acme/shop" } },
        },
        ("GET", $"/repos/acme/shop/commits/{Commit}/pulls?per_page=100&page=1") => new JsonArray(
            Listed("number", 11, "closed", "main"), Listed("number", 12, Open ? "open" : "closed", "main"), Listed("number", 13, "open", "trunk")),
        ("POST", "/repos/acme/shop/issues/12/comments") => Add((string)JsonNode.Parse(body)!["body"]!),
        ("PATCH", _) when Number(path, "/repos/acme/shop/issues/comments/") is { } id => Change(id, (string)JsonNode.Parse(body)!["body"]!),
        ("POST", $"/repos/acme/shop/statuses/{Commit}") => Status(body),
        ("GET", _) when path.StartsWith("/repos/acme/shop/issues/12/comments?per_page=100&page=", StringComparison.Ordinal) => Page(path, (id, text) => new JsonObject { ["id"] = id, ["body"] = text }),
        _ => null,
    };

    private JsonNode? Gitlab(string method, string path, string body) => (method, path) switch
    {
        ("GET", "/projects/acme%2Fteam%2Fshop/merge_requests/12") => new JsonObject { ["state"] = Open ? "opened" : "merged", ["sha"] = Head, ["source_project_id"] = Fork ? 8 : 7, ["target_project_id"] = 7 },
        ("GET", $"/projects/acme%2Fteam%2Fshop/repository/commits/{Commit}/merge_requests?state=opened&per_page=100&page=1") => new JsonArray(
            Listed("iid", 13, "opened", "trunk"), Listed("iid", 12, Open ? "opened" : "merged", "main")),
        ("POST", "/projects/acme%2Fteam%2Fshop/merge_requests/12/notes") => Add((string)JsonNode.Parse(body)!["body"]!),
        ("PUT", _) when Number(path, "/projects/acme%2Fteam%2Fshop/merge_requests/12/notes/") is { } id => Change(id, (string)JsonNode.Parse(body)!["body"]!),
        ("POST", $"/projects/acme%2Fteam%2Fshop/statuses/{Commit}") => Status(body),
        ("GET", _) when path.StartsWith("/projects/acme%2Fteam%2Fshop/merge_requests/12/notes?sort=asc&per_page=100&page=", StringComparison.Ordinal) =>
            Page(path, (id, text) => new JsonObject { ["id"] = id, ["body"] = text, ["system"] = text.StartsWith("system:", StringComparison.Ordinal) }),
        _ => null,
    };

    private JsonNode? Bitbucket(string method, string path, string body) => (method, path) switch
    {
        ("GET", "/repositories/acme/shop/pullrequests/12") => new JsonObject
        {
            ["state"] = Open ? "OPEN" : "DECLINED",
            ["source"] = new JsonObject { ["commit"] = new JsonObject { ["hash"] = Head[..12] }, ["repository"] = new JsonObject { ["full_name"] = Fork ? "mallory/shop" : "acme/shop" } },
            ["destination"] = new JsonObject { ["repository"] = new JsonObject { ["full_name"] = "acme/shop" } },
        },
        ("GET", "/repositories/acme/shop/pullrequests?state=OPEN&pagelen=50&page=1") => new JsonObject
        {
            ["values"] = new JsonArray([.. Enumerable.Range(100, 50).Select(JsonNode? (i) => Listed("id", i, "OPEN", "main", "fedcba987654"))]),
        },
        ("GET", "/repositories/acme/shop/pullrequests?state=OPEN&pagelen=50&page=2") => new JsonObject
        {
            ["values"] = new JsonArray([.. (Open ? new[] { "trunk", "main" } : ["trunk"]).Select(JsonNode? (branch) => Listed("id", branch == "main" ? 12 : 13, "OPEN", branch))]),
        },
        ("POST", "/repositories/acme/shop/pullrequests/12/comments") => Add((string)JsonNode.Parse(body)!["content"]!["raw"]!),
        ("PUT", _) when Number(path, "/repositories/acme/shop/pullrequests/12/comments/") is { } id => Change(id, (string)JsonNode.Parse(body)!["content"]!["raw"]!),
        ("POST", $"/repositories/acme/shop/commit/{Commit}/statuses/build") => Status(body),
        ("GET", _) when path.StartsWith("/repositories/acme/shop/pullrequests/12/comments?pagelen=100&page=", StringComparison.Ordinal) =>
            new JsonObject { ["values"] = Page(path, (id, text) => new JsonObject { ["id"] = id, ["content"] = new JsonObject { ["raw"] = text }, ["deleted"] = false }) },
        _ => null,
    };

    /// <summary>A pull request in a list, in the words of all services at once.</summary>
    private JsonObject Listed(string name, int number, string state, string branch, string? head = null) => new()
    {
        [name] = number,
        ["state"] = state,
        ["sha"] = head ?? Head,
        ["head"] = new JsonObject { ["sha"] = head ?? Head },
        ["base"] = new JsonObject { ["ref"] = branch },
        ["target_branch"] = branch,
        ["source"] = new JsonObject { ["commit"] = new JsonObject { ["hash"] = (head ?? Head)[..12] } },
        ["destination"] = new JsonObject { ["branch"] = new JsonObject { ["name"] = branch } },
    };

    private JsonObject Add(string text)
    {
        Comments.Add(text);
        return new JsonObject { ["id"] = Comments.Count };
    }

    private JsonObject? Change(int id, string text)
    {
        if (id > Comments.Count)
            return null;
        Comments[id - 1] = text;
        return new JsonObject { ["id"] = id };
    }

    private JsonObject Status(string body)
    {
        Statuses.Add(JsonNode.Parse(body)!);
        return [];
    }

    private JsonArray Page(string path, Func<int, string, JsonObject> write)
    {
        var page = int.Parse(PageNumber().Match(path).Groups[1].Value, CultureInfo.InvariantCulture);
        return [.. Comments.Select((text, i) => write(i + 1, text)).Skip((page - 1) * 100).Take(100)];
    }

    private static int? Number(string path, string before) =>
        path.StartsWith(before, StringComparison.Ordinal) && int.TryParse(path[before.Length..], CultureInfo.InvariantCulture, out var id) ? id : null;

    [GeneratedRegex("[?&]page=([0-9]+)")]
    private static partial Regex PageNumber();
}
