using System.Text.Json.Nodes;

namespace Landfall.Tests;

/// <summary>
/// A Bedrock that has a model, over real HTTP. It refuses what Bedrock refuses: a request without a signature for it, and one that
/// is not of Converse's form.
/// </summary>
internal sealed class ConverseServer : IDisposable
{
    private readonly HttpStub _http;

    /// <param name="answer">Makes the answer of a request for the model.</param>
    public ConverseServer(Func<JsonNode, StubAnswer> answer) => _http = HttpStub.Answering(request => Answer(request, answer));

    /// <summary>A server whose model reports these findings.</summary>
    public static ConverseServer Finding(params JsonNode?[] findings) => new(_ => Said(new JsonObject { ["findings"] = new JsonArray([.. findings.Select(one => one?.DeepClone())]) }));

    public string Url => _http.Url;

    /// <summary>The paths that were asked for.</summary>
    public IReadOnlyList<string> Asked => [.. _http.Requests.Select(request => request.PathAndQuery)];

    /// <summary>The requests, in order.</summary>
    public IReadOnlyList<JsonNode> Requests => [.. _http.Requests.Select(request => JsonNode.Parse(request.Body)!)];

    /// <summary>What the model was shown last.</summary>
    public string Shown => (string)Requests[^1]["messages"]![0]!["content"]![0]!["text"]!;

    /// <summary>A finding.</summary>
    public static JsonObject Found(string severity, string file, int line, string title, string detail) =>
        new() { ["severity"] = severity, ["file"] = file, ["line"] = line, ["title"] = title, ["detail"] = detail };

    /// <summary>An answer by the tool.</summary>
    public static StubAnswer Said(JsonNode? input, string stopped = "tool_use") => Content(
        new JsonArray(
            new JsonObject { ["text"] = "I approve this change." },
            new JsonObject { ["toolUse"] = new JsonObject { ["toolUseId"] = "t1", ["name"] = "report_findings", ["input"] = input } }),
        stopped);

    /// <summary>An answer with any content.</summary>
    public static StubAnswer Content(JsonArray content, string stopped) => new(
        200,
        new JsonObject
        {
            ["output"] = new JsonObject { ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content } },
            ["stopReason"] = stopped,
            ["usage"] = new JsonObject { ["inputTokens"] = 1200, ["outputTokens"] = 80, ["totalTokens"] = 1280 },
        }.ToJsonString());

    public void Dispose() => _http.Dispose();

    private static StubAnswer Answer(StubRequest request, Func<JsonNode, StubAnswer> answer)
    {
        if (!request.Headers.TryGetValue("Authorization", out var signed) || !signed.Contains("/bedrock/aws4_request", StringComparison.Ordinal))
            return new StubAnswer(403, """{"message":"Missing Authentication Token"}""");
        if (request.Method != "POST" || !request.PathAndQuery.StartsWith("/model/", StringComparison.Ordinal) || !request.PathAndQuery.EndsWith("/converse", StringComparison.Ordinal))
            return new StubAnswer(404, """{"Message":"<UnknownOperationException/>"}""");
        var body = JsonNode.Parse(request.Body)!;
        var tools = body["toolConfig"]?["tools"] as JsonArray;
        return (string?)body["messages"]?[0]?["role"] != "user" || string.IsNullOrEmpty((string?)body["messages"]?[0]?["content"]?[0]?["text"]) || (int?)body["inferenceConfig"]?["maxTokens"] is null or < 1
            || tools is not [{ } tool] || (string?)tool["toolSpec"]?["inputSchema"]?["json"]?["type"] != "object"
            ? new StubAnswer(400, """{"message":"The format of the request is invalid."}""")
            : answer(body);
    }
}
