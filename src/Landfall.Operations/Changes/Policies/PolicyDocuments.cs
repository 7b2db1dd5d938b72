using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Changes.Policies;

/// <summary>Finds policies in properties: most are objects, some are text.</summary>
internal static class PolicyDocuments
{
    /// <summary>Finds policies.</summary>
    /// <param name="node">The properties, or a part of them.</param>
    /// <returns>The policies.</returns>
    public static IEnumerable<JsonObject> In(JsonNode? node) => node switch
    {
        JsonObject map when map["Statement"] is JsonArray or JsonObject => [map],
        JsonObject map => map.SelectMany(e => In(e.Value)),
        JsonArray list => list.SelectMany(In),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Parse(value.GetValue<string>()),
        _ => [],
    };

    private static IEnumerable<JsonObject> Parse(string text)
    {
        if (!text.StartsWith('{') || !text.Contains("\"Statement\"", StringComparison.Ordinal))
            return [];
        try
        {
            return JsonNode.Parse(text) is JsonObject document ? In(document) : [];
        }
        catch (JsonException)
        {
            return []; // AWS refuses it, and says why
        }
    }
}
