using System.Text.Json.Nodes;
using Landfall.Config;

namespace Landfall.Operations.Accounts;

/// <summary>Tells what differs between facts.</summary>
internal static class FactDifferences
{
    /// <summary>Compares facts as the file has them.</summary>
    /// <param name="before">The facts so far.</param>
    /// <param name="after">The facts of now.</param>
    /// <returns>The differences, in the file's order.</returns>
    public static IReadOnlyList<FactDifference> Of(KnownFacts before, KnownFacts after)
    {
        var (old, now) = (Leaves(before), Leaves(after));
        return
        [
            .. now.Where(pair => old.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => new FactDifference(pair.Key, old.GetValueOrDefault(pair.Key), pair.Value)),
            .. old.Where(pair => !now.ContainsKey(pair.Key)).Select(pair => new FactDifference(pair.Key, pair.Value, null)),
        ];
    }

    private static Dictionary<string, string> Leaves(KnownFacts facts) =>
        Leaves(JsonNode.Parse(facts.ToJson())!, "").ToDictionary(StringComparer.Ordinal);

    // A zone goes by its name and is one value; so is a list of texts.
    private static IEnumerable<KeyValuePair<string, string>> Leaves(JsonNode node, string path) => node switch
    {
        JsonObject map => map.Where(pair => pair.Value is not null).SelectMany(pair => Leaves(pair.Value!, path.Length == 0 ? pair.Key : $"{path}.{pair.Key}")),
        JsonArray list when list.Any(item => item is JsonObject) => list.Select((item, i) => Leaf(item!.AsObject(), path, i)),
        JsonArray list => [new(path, string.Join(", ", list))],
        _ => [new(path, node.ToString())],
    };

    private static KeyValuePair<string, string> Leaf(JsonObject item, string path, int index)
    {
        var name = (string?)item["name"];
        return new(
            $"{path}.{name ?? $"{index + 1}"}",
            string.Join("; ", item.Where(pair => pair.Key != "name").Select(pair => $"{pair.Key} {(pair.Value is JsonArray list ? string.Join(", ", list) : pair.Value?.ToString())}")));
    }
}
