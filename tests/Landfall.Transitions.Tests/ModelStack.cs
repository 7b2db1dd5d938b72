using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Transitions.Tests;

/// <summary>A stack of a model cloud.</summary>
/// <param name="template">The template that it is deployed with.</param>
internal sealed class ModelStack(JsonObject template)
{
    /// <summary>Writes text as it is.</summary>
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public JsonObject Template => template;

    public Dictionary<string, LiveResource> Resources { get; } = new(StringComparer.Ordinal);

    public required Dictionary<string, string> Parameters { get; init; }

    public Dictionary<string, string> Outputs { get; private set; } = [];

    /// <summary>Resolves the outputs when every resource is there.</summary>
    public void Complete() => Outputs = template.Section("Outputs").ToDictionary(
        o => o.Id, o => Resolve(o.Entry["Value"])!.ToString(), StringComparer.Ordinal);

    /// <summary>Resolves the references of a value to parameters and to resources that are there.</summary>
    public JsonNode? Resolve(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map when map["Ref"] is JsonValue name && map.Count == 1:
                return Parameters.GetValueOrDefault(name.ToString()) ?? Resources.GetValueOrDefault(name.ToString())?.Physical ?? name.ToString();
            case JsonObject map when map["Fn::GetAtt"] is JsonArray path:
                return $"{Resources[path[0]!.ToString()].Physical}.{path[1]}";
            case JsonObject map when map["Fn::Join"] is JsonArray join:
                return string.Join(join[0]!.ToString(), join[1]!.AsArray().Select(p => Resolve(p)!.ToString()));
            case JsonObject map:
                return new JsonObject(map.Select(e => KeyValuePair.Create(e.Key, Resolve(e.Value))));
            case JsonArray list:
                return new JsonArray([.. list.Select(Resolve)]);
            default:
                return node?.DeepClone();
        }
    }
}
