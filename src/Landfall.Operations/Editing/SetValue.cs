using System.Text.Json.Nodes;
using Landfall.Config.Tree;

namespace Landfall.Operations.Editing;

/// <summary>Gives a key a value; keys that are not there are added at their mapping's end.</summary>
/// <param name="Map">The mapping.</param>
/// <param name="Path">The keys from there.</param>
/// <param name="Value">The value.</param>
internal sealed record SetValue(MapNode Map, IReadOnlyList<string> Path, JsonNode Value) : Edit
{
    /// <summary>Gives a key a value.</summary>
    /// <param name="map">The mapping.</param>
    /// <param name="path">The keys from there, separated by dots.</param>
    /// <param name="value">The value.</param>
    public SetValue(MapNode map, string path, JsonNode value)
        : this(map, path.Split('.'), value)
    {
    }

    /// <inheritdoc />
    public override IReadOnlyList<TextChange>? Changes(SyntaxTree source)
    {
        if (source.Find(Map) is not { } at)
            return null;
        for (var i = 0; i < Path.Count; i++)
        {
            var index = at.IndexOf(Path[i]);
            var rest = Below(i + 1);
            if (index < 0)
                return [Insertion.OfEntry(source, at, Path[i], rest)];
            var (key, value) = at.Entries[index];
            if (i + 1 < Path.Count && value.Kind == SyntaxKind.Map)
                at = value;
            else if (value.Kind == SyntaxKind.Alias || (i + 1 < Path.Count && value is not { Kind: SyntaxKind.Scalar, Text: "" or "~" or "null" }))
                return null; // it stands elsewhere, or is something else
            else
                return [new TextChange(key.End, value.End, Behind(source, at, key, rest))];
        }

        return null;
    }

    private static string Behind(SyntaxTree source, SyntaxNode map, SyntaxNode key, JsonNode value) =>
        $":{ValueText.BehindKey(value, key.Mark.Column - 1, map.IsFlow, source.IsJson || (map.IsFlow && key.IsQuoted))}";

    private JsonNode Below(int from)
    {
        var value = Value.DeepClone();
        for (var i = Path.Count - 1; i >= from; i--)
            value = new JsonObject { [Path[i]] = value };
        return value;
    }
}
