using System.Text.Json.Nodes;

namespace Landfall.Operations.Importing;

/// <summary>
/// What a resource really is, in as many words as the file's template says of it. A stack that takes it over with these has nothing to change,
/// and the next deployment changes what differs: "CloudFormation doesn't check that the template configuration matches the actual
/// configuration of resource properties" (CloudFormation User Guide, "Import AWS resources into a CloudFormation stack"), so that a template
/// with what is wanted would leave the difference where it is.
/// </summary>
internal static class ActualProperties
{
    /// <summary>Gives the properties for the template.</summary>
    /// <param name="actual">All that AWS says of the resource.</param>
    /// <param name="wanted">What the file's template says of it.</param>
    /// <param name="kind">What kind of data it is.</param>
    /// <returns>The properties, which are values alone.</returns>
    public static JsonObject Of(JsonObject actual, JsonObject wanted, ImportKind kind)
    {
        var properties = new JsonObject();
        foreach (var (name, value) in wanted)
        {
            if (Part(actual[name], value) is { } part)
                properties[name] = part;
        }

        foreach (var name in kind.Whole.Where(name => !properties.ContainsKey(name) && !IsEmpty(actual[name])))
            properties[name] = actual[name]!.DeepClone();
        if ((string?)properties["BillingMode"] == "PAY_PER_REQUEST")
            properties.Remove("ProvisionedThroughput"); // DynamoDB tells it as zeros, and does not take it
        return properties;
    }

    private static JsonNode? Part(JsonNode? actual, JsonNode? wanted) => (actual, wanted) switch
    {
        (null, _) => null,
        (JsonObject one, JsonObject other) when !IsFunction(other) => new JsonObject(
            other.Select(pair => KeyValuePair.Create(pair.Key, Part(one[pair.Key], pair.Value))).Where(pair => pair.Value is not null)),
        (JsonArray one, JsonArray other) => Items(one, other),
        _ => actual.DeepClone(),
    };

    /// <summary>The items in the order in which the template has them, since AWS lists sets as it likes; what the template does not have comes last.</summary>
    private static JsonArray Items(JsonArray actual, JsonArray wanted)
    {
        var (left, placed) = (actual.ToList(), new JsonNode?[wanted.Count]);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (left.FindIndex(item => JsonNode.DeepEquals(Part(item, wanted[i]), wanted[i])) is var same and >= 0)
            {
                placed[i] = Part(left[same], wanted[i]);
                left.RemoveAt(same);
            }
        }

        return [.. placed.OfType<JsonNode>(), .. left.Select(item => item?.DeepClone())];
    }

    private static bool IsFunction(JsonObject value) =>
        value.Count == 1 && value.First().Key is var key && (key == "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal));

    private static bool IsEmpty(JsonNode? value) => value is null or JsonArray { Count: 0 };
}
