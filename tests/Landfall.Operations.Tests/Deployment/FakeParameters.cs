using System.Text.Json.Nodes;

namespace Landfall.Operations.Tests.Deployment;

/// <summary>Systems Manager's parameters as they answer over HTTP, kept in memory.</summary>
internal sealed class FakeParameters
{
    private readonly Dictionary<string, int> _versions = new(StringComparer.Ordinal);

    /// <summary>The values by name.</summary>
    public SortedDictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Every name that was written, in order.</summary>
    public List<string> Written { get; } = [];

    /// <summary>Answers what is asked of Systems Manager.</summary>
    /// <returns>The answer; null for a request to another service.</returns>
    public StubAnswer? Answer(StubRequest request) =>
        request.Headers.TryGetValue("X-Amz-Target", out var target) && target.StartsWith("AmazonSSM.", StringComparison.Ordinal)
            ? Answer(target["AmazonSSM.".Length..], JsonNode.Parse(request.Body)!)
            : null;

    private StubAnswer Answer(string operation, JsonNode body)
    {
        var name = (string?)body["Name"] ?? "";
        switch (operation)
        {
            case "PutParameter" when Values.ContainsKey(name) && (bool?)body["Overwrite"] != true:
                return new StubAnswer(400, """{"__type":"ParameterAlreadyExists"}""");
            case "PutParameter":
                Values[name] = (string)body["Value"]!;
                Written.Add(name);
                _versions[name] = _versions.GetValueOrDefault(name) + 1;
                return new StubAnswer(200, $$"""{"Version":{{_versions[name]}}}""");
            case "DeleteParameter":
                return Values.Remove(name) ? new StubAnswer(200, "{}") : Missing;
            case "GetParametersByPath":
                return Some(Values.Keys.Where(key => key.StartsWith($"{body["Path"]}/", StringComparison.Ordinal)));
            case "GetParameters":
                return Some(body["Names"]!.AsArray().Select(n => (string)n!).Where(Values.ContainsKey));
            default:
                return Values.ContainsKey(name) ? new StubAnswer(200, new JsonObject { ["Parameter"] = Parameter(name) }.ToJsonString()) : Missing;
        }
    }

    private static StubAnswer Missing => new(400, """{"__type":"ParameterNotFound"}""");

    private StubAnswer Some(IEnumerable<string> names) =>
        new(200, new JsonObject { ["Parameters"] = new JsonArray([.. names.ToList().Select(name => (JsonNode)Parameter(name))]) }.ToJsonString());

    private JsonObject Parameter(string name) => new() { ["Name"] = name, ["Value"] = Values[name], ["Version"] = _versions.GetValueOrDefault(name, 1) };
}
