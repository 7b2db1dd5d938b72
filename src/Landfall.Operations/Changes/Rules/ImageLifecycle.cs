using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Changes.Rules;

/// <summary>How many images a repository's lifecycle policy keeps.</summary>
internal static class ImageLifecycle
{
    /// <summary>Reads a policy.</summary>
    /// <param name="text">Its JSON, or null for none.</param>
    /// <returns>The number of images, or of days, by which images are meant; empty for what is no policy.</returns>
    public static IReadOnlyDictionary<string, int> Limits(string? text)
    {
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var selection in Rules(text).Select(r => r?["selection"]))
        {
            if (selection?["countNumber"] is JsonValue number && number.TryGetValue<int>(out var limit))
            {
                var prefixes = selection["tagPrefixList"] ?? selection["tagPatternList"];
                found[$"{(string?)selection["tagStatus"]}{(prefixes is null ? "" : $" {prefixes.ToJsonString()}")} by {(string?)selection["countType"]}"] = limit;
            }
        }

        return found;
    }

    private static IEnumerable<JsonNode?> Rules(string? text)
    {
        try
        {
            return text is null ? [] : JsonNode.Parse(text)?["rules"] as JsonArray ?? [];
        }
        catch (JsonException)
        {
            return []; // AWS refuses it, and says why
        }
    }
}
