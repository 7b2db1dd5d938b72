using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Landfall.Mcp.Tools;

/// <summary>JSON Schemas of what tools take and give.</summary>
internal static class ToolSchema
{
    /// <summary>Of what a tool takes.</summary>
    /// <param name="parameters">Its parameters.</param>
    /// <returns>The schema: nothing besides them is taken.</returns>
    public static JsonElement Of(IReadOnlyList<ToolParameter> parameters)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(parameters.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Schema.DeepClone()))),
            ["additionalProperties"] = false,
        };
        if (parameters.Any(p => p.Required))
            schema["required"] = new JsonArray([.. parameters.Where(p => p.Required).Select(p => JsonValue.Create(p.Name))]);
        return JsonSerializer.SerializeToElement(schema);
    }

    /// <summary>Of what a tool gives: the one in <c>docs/json</c>, where there is one.</summary>
    /// <param name="result">Its type.</param>
    /// <returns>The schema.</returns>
    public static JsonElement Of(Type result) => JsonSerializer.SerializeToElement(ToolJson.Options.GetJsonSchemaAsNode(result, ToolJson.SchemaOptions));
}
