using System.Text.Json.Nodes;
using Landfall.Config.Tree;

namespace Landfall.Operations.Editing;

/// <summary>Puts another key with another value in an entry's place.</summary>
/// <param name="Map">The mapping.</param>
/// <param name="Key">The key that is there.</param>
/// <param name="NewKey">The key that comes in its place.</param>
/// <param name="Value">The value.</param>
internal sealed record ReplaceEntry(MapNode Map, string Key, string NewKey, JsonNode Value) : Edit
{
    /// <inheritdoc />
    public override IReadOnlyList<TextChange>? Changes(SyntaxTree source)
    {
        if (source.Find(Map) is not { } map || map.IndexOf(Key) is not (>= 0 and var index))
            return null;
        var (key, value) = map.Entries[index];
        var json = source.IsJson || (map.IsFlow && key.IsQuoted);
        return [new TextChange(key.Start, value.End, $"{ValueText.Key(NewKey, json)}:{ValueText.BehindKey(Value, key.Mark.Column - 1, map.IsFlow, json)}")];
    }
}
