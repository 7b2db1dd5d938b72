using System.Text.Json.Nodes;

namespace Landfall.Config.Limits;

/// <summary>Reads values of a template as far as they are known before CloudFormation resolves them.</summary>
internal static class TemplateValues
{
    /// <summary>
    /// As long as what a reference stands for is taken to be: ARNs of secrets, the longest that policies hold, have about a
    /// hundred characters.
    /// </summary>
    public const int ReferenceLength = 128;

    private const string Account = "000000000000";

    /// <summary>Every value at a path of names with <c>*</c> for each item.</summary>
    public static IEnumerable<JsonNode> At(JsonNode? node, ReadOnlyMemory<string> path)
    {
        if (node is null)
        {
            return [];
        }

        if (path.Length == 0)
        {
            return [node];
        }

        var (name, rest) = (path.Span[0], path[1..]);
        return name == "*"
            ? node is JsonArray list ? list.SelectMany(item => At(item, rest)) : []
            : node is JsonObject mapping ? At(mapping[name], rest) : [];
    }

    /// <summary>The text that a value will be, or null when only CloudFormation knows it.</summary>
    public static string? Text(JsonNode node) => node switch
    {
        JsonValue plain => plain.ToString(),
        JsonObject { Count: 1 } reference when (string?)(reference["Ref"] as JsonValue) == "AWS::AccountId" => Account,
        JsonObject { Count: 1 } reference when reference["Fn::Join"] is JsonArray and [var between, JsonArray parts] =>
            Joined((string)between!, [.. parts.Select(part => Text(part!))]),
        _ => null,
    };

    /// <summary>How many characters a value will have as JSON without white space; references by what they come to at most.</summary>
    public static int JsonLength(JsonNode? node) => node switch
    {
        null => 4,
        JsonArray list => 2 + Math.Max(0, list.Count - 1) + list.Sum(JsonLength),
        JsonObject mapping when IsReference(mapping) => 2 + Length(mapping),
        JsonObject mapping => 2 + Math.Max(0, mapping.Count - 1) + mapping.Sum(pair => pair.Key.Length + 3 + JsonLength(pair.Value)),
        _ => node.ToJsonString(Relaxed).Length,
    };

    /// <summary>How many characters a text will have at most.</summary>
    public static int Length(JsonNode node)
    {
        if (Text(node) is { } text)
        {
            return text.Length;
        }

        return node is JsonObject { Count: 1 } reference && reference["Fn::Join"] is JsonArray and [var between, JsonArray parts]
            ? parts.Sum(part => Length(part!)) + (((string)between!).Length * Math.Max(0, parts.Count - 1))
            : ReferenceLength;
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string? Joined(string between, string?[] texts) => texts.Contains(null) ? null : string.Join(between, texts);

    private static bool IsReference(JsonObject mapping) =>
        mapping.Count == 1 && mapping.First().Key is var key && (key == "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal));
}
