using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.Constructs.Overrides;

/// <summary>Turns JSON into the plain objects that the CDK takes.</summary>
internal static class JsonValues
{
    public static object ToObject(JsonNode node) => node switch
    {
        JsonObject map => map.Where(entry => entry.Value is not null)
            .ToDictionary(entry => entry.Key, entry => ToObject(entry.Value!), StringComparer.Ordinal),
        JsonArray list => list.Where(item => item is not null).Select(item => ToObject(item!)).ToArray(),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => double.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture),
            _ => node.GetValue<string>(),
        },
    };
}
