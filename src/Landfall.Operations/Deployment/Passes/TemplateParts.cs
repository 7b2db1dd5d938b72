using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>Reads the parts of a template.</summary>
internal static class TemplateParts
{
    /// <summary>A section of a template, empty when it has none.</summary>
    /// <param name="template">The template.</param>
    /// <param name="section">For example <c>Resources</c>.</param>
    /// <returns>Its entries that are maps, by name.</returns>
    public static IEnumerable<(string Id, JsonObject Entry)> Section(this JsonObject template, string section) =>
        (template[section] as JsonObject ?? []).Where(e => e.Value is JsonObject).Select(e => (e.Key, e.Value!.AsObject()));

    /// <summary>The resources of a type.</summary>
    /// <param name="template">The template.</param>
    /// <param name="type">The type.</param>
    /// <returns>Logical ids and resources.</returns>
    public static IEnumerable<(string Id, JsonObject Entry)> OfType(this JsonObject template, string type) =>
        template.Section("Resources").Where(r => (string?)r.Entry["Type"] == type);

    /// <summary>Every logical id, parameter and pseudo parameter that a value refers to.</summary>
    /// <param name="node">Any part of a template.</param>
    /// <returns>Their names.</returns>
    public static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(e => e switch
        {
            ("Ref", JsonValue name) => [name.ToString()],
            ("Fn::GetAtt", JsonArray { Count: > 0 } path) => [path[0]!.ToString()],
            ("Fn::GetAtt", JsonValue path) => [path.ToString().Split('.')[0]],
            ("Fn::Sub", JsonValue text) => Placeholders(text.ToString()),
            ("Fn::Sub", JsonArray { Count: > 0 } parts) => Placeholders(parts[0]!.ToString()).Concat(References(parts)),
            _ => References(e.Value),
        }),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    /// <summary>The part of a text that is written out: itself, or the longest literal piece of a join.</summary>
    /// <param name="node">A value.</param>
    /// <returns>The text, or null when nothing of it is written out.</returns>
    public static string? Literal(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonObject map when map["Fn::Join"] is JsonArray { Count: 2 } join && join[1] is JsonArray parts =>
            parts.Select(Literal).OfType<string>().MaxBy(p => p.Length),
        _ => null,
    };

    private static IEnumerable<string> Placeholders(string text) =>
        text.Split("${").Skip(1).Select(p => p.Split('}')[0]).Where(p => !p.StartsWith('!')).Select(p => p.Split('.')[0]);
}
