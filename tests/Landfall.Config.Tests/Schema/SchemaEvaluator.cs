using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.Config.Tests.Schema;

/// <summary>
/// Evaluates the keywords of JSON Schema that Landfall's schema has (draft 2020-12, core and validation vocabularies), and
/// throws on any other, so that none is silently ignored.
/// </summary>
internal sealed class SchemaEvaluator(JsonObject root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description", "default", "then", "properties", "patternProperties"];

    public bool Accepts(JsonNode? value) => Accepts(root, value);

    /// <summary>The places of defaults that their own schema would refuse.</summary>
    public IEnumerable<string> UnfitDefaults() =>
        from definition in root["$defs"]!.AsObject().Append(KeyValuePair.Create("the top", (JsonNode?)root))
        let section = definition.Value!["anyOf"]?[1] ?? definition.Value
        from key in section["properties"]?.AsObject() ?? []
        where key.Value is JsonObject own && own["default"] is { } preset && !Accepts(own, preset)
        select $"{definition.Key}.{key.Key}";

    private bool Accepts(JsonNode? schema, JsonNode? value) =>
        schema is JsonObject keywords
            ? keywords.All(keyword => Keyword(keywords, keyword.Key, keyword.Value!, value))
            : schema!.GetValue<bool>();

    private bool Keyword(JsonObject schema, string keyword, JsonNode argument, JsonNode? value) => keyword switch
    {
        "type" => argument is JsonArray types ? types.Any(type => HasType(type!.GetValue<string>(), value)) : HasType(argument.GetValue<string>(), value),
        "enum" => argument.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)),
        "const" => JsonNode.DeepEquals(argument, value),
        "pattern" => Kind(value) != JsonValueKind.String || Regex.IsMatch(value!.GetValue<string>(), argument.GetValue<string>(), RegexOptions.ECMAScript),
        "minimum" => Kind(value) != JsonValueKind.Number || value!.GetValue<double>() >= argument.GetValue<double>(),
        "maximum" => Kind(value) != JsonValueKind.Number || value!.GetValue<double>() <= argument.GetValue<double>(),
        "required" => value is not JsonObject map || argument.AsArray().All(name => map.ContainsKey(name!.GetValue<string>())),
        "additionalProperties" => value is not JsonObject map || map.All(pair => Property(schema, pair.Key, pair.Value)),
        "properties" => schema.ContainsKey("additionalProperties") || value is not JsonObject map || map.All(pair => Property(schema, pair.Key, pair.Value)),
        "minProperties" => value is not JsonObject map || map.Count >= argument.GetValue<double>(),
        "maxProperties" => value is not JsonObject map || map.Count <= argument.GetValue<double>(),
        "items" => value is not JsonArray items || items.All(item => Accepts(argument, item)),
        "minItems" => value is not JsonArray items || items.Count >= argument.GetValue<double>(),
        "anyOf" => argument.AsArray().Any(option => Accepts(option, value)),
        "allOf" => argument.AsArray().All(part => Accepts(part, value)),
        "not" => !Accepts(argument, value),
        "if" => !Accepts(argument, value) || Accepts(schema["then"], value),
        "$ref" => Accepts(root["$defs"]![argument.GetValue<string>()["#/$defs/".Length..]], value),
        _ => Annotations.Contains(keyword) ? true : throw new NotSupportedException($"The keyword '{keyword}' is not evaluated."),
    };

    private bool Property(JsonObject schema, string name, JsonNode? value)
    {
        if (schema["properties"] is JsonObject known && known.TryGetPropertyValue(name, out var own))
        {
            return Accepts(own, value);
        }

        if (schema["patternProperties"] is JsonObject patterns && patterns.Any(pair => Regex.IsMatch(name, pair.Key)))
        {
            return true;
        }

        return !schema.TryGetPropertyValue("additionalProperties", out var rest) || Accepts(rest, value);
    }

    private static bool HasType(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Kind(value) == JsonValueKind.String,
        "number" => Kind(value) == JsonValueKind.Number,
        "integer" => Kind(value) == JsonValueKind.Number && value!.GetValue<double>() == Math.Truncate(value.GetValue<double>()),
        "boolean" => Kind(value) is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException($"The type '{type}' is not evaluated."),
    };

    private static JsonValueKind Kind(JsonNode? value) => value?.GetValueKind() ?? JsonValueKind.Null;
}
