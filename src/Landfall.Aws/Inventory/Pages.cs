using System.Text.Json.Nodes;

namespace Landfall.Aws.Inventory;

/// <summary>Answers that come in pages.</summary>
internal static class Pages
{
    /// <summary>Reads every page of a list.</summary>
    /// <param name="list">The list's name in the answer.</param>
    /// <param name="token">The name of what leads to the next page.</param>
    /// <param name="call">Asks for a page; null for the first.</param>
    /// <returns>The items.</returns>
    public static async Task<IReadOnlyList<JsonNode>> ReadAsync(string list, string token, Func<string?, Task<JsonObject>> call)
    {
        var items = new List<JsonNode>();
        string? next = null;
        do
        {
            var page = await call(next).ConfigureAwait(false);
            items.AddRange((page[list] as JsonArray ?? []).OfType<JsonNode>());
            next = (string?)page[token] is { Length: > 0 } more ? more : null;
        }
        while (next is not null);
        return items;
    }
}
