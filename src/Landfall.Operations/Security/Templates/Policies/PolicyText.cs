using System.Text.Json;
using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates.Policies;

/// <summary>A policy that is given as a text of JSON, as some properties ask for it and all of IAM's take it.</summary>
internal static class PolicyText
{
    /// <summary>Reads one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">Where it stands: nobody can say more of what is inside.</param>
    /// <returns>The policy; null where the text is no object of JSON.</returns>
    public static ConfigNode? Read(string text, Mark mark)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{"))
            return null;
        try
        {
            using var json = JsonDocument.Parse(text);
            return Node(json.RootElement, mark);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ConfigNode Node(JsonElement value, Mark mark) => value.ValueKind switch
    {
        JsonValueKind.Object => new MapNode(mark, [.. value.EnumerateObject().DistinctBy(member => member.Name).Select(member => new MapEntry(member.Name, mark, Node(member.Value, mark)))]),
        JsonValueKind.Array => new ListNode(mark, [.. value.EnumerateArray().Select(item => Node(item, mark))]),
        JsonValueKind.String => new ScalarNode(mark, value.GetString()!, ScalarStyle.Quoted),
        _ => new ScalarNode(mark, value.GetRawText(), ScalarStyle.Plain),
    };
}
