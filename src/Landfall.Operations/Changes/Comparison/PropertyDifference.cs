using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes.Comparison;

/// <summary>A place where a resource's properties differ.</summary>
/// <param name="Path">The place, <c>A/B</c>, with <c>*</c> for an item of a list.</param>
/// <param name="Before">What runs there, or null.</param>
/// <param name="After">What is wanted there, or null.</param>
internal sealed record PropertyDifference(string Path, JsonNode? Before, JsonNode? After)
{
    /// <summary>Whether it is only there if a resource turns out to be replaced of which that is open.</summary>
    public Certainty Certainty
    {
        get
        {
            var after = After?.ToJsonString() ?? "";
            return Token.IsOpen(after) && Token.Settle(after) == (Before?.ToJsonString() ?? "") ? Certainty.Possible : Certainty.Certain;
        }
    }

    /// <summary>Finds where two sets of properties differ.</summary>
    /// <param name="before">What runs.</param>
    /// <param name="after">What is wanted.</param>
    /// <returns>The places, as deep as they can be told apart; lists of another length differ as a whole.</returns>
    public static IReadOnlyList<PropertyDifference> Between(JsonNode? before, JsonNode? after) => [.. Find("", before, after)];

    /// <summary>Whether it touches a property of the registry's.</summary>
    /// <param name="property">The property's path.</param>
    /// <returns>True when it is that property, a part of it, or what that property is a part of.</returns>
    public bool Touches(string property)
    {
        var own = Path.Split('/');
        var other = property.Split('/');
        for (var i = 0; i < Math.Min(own.Length, other.Length); i++)
        {
            if (own[i] != other[i] && own[i] != "*" && other[i] != "*")
                return false;
        }

        return own.Length >= other.Length || Holds(Before, other.AsSpan(own.Length)) || Holds(After, other.AsSpan(own.Length));
    }

    private static bool Holds(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return node is not null;
        if (node is not JsonArray list)
            return Holds((node as JsonObject)?[path[0]], path[1..]);
        var rest = path[0] == "*" ? path[1..] : path;
        foreach (var item in list)
        {
            if (Holds(item, rest))
                return true;
        }

        return false;
    }

    private static IEnumerable<PropertyDifference> Find(string path, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
            return [];
        if (before is JsonObject one && after is JsonObject other)
            return one.Select(e => e.Key).Union(other.Select(e => e.Key)).Order(StringComparer.Ordinal).SelectMany(k => Find(Below(path, k), one[k], other[k]));
        if (before is JsonArray first && after is JsonArray second && first.Count == second.Count)
            return first.Zip(second).SelectMany(pair => Find(Below(path, "*"), pair.First, pair.Second));
        return [new PropertyDifference(path, before, after)];
    }

    private static string Below(string path, string key) => path.Length == 0 ? key : $"{path}/{key}";
}
