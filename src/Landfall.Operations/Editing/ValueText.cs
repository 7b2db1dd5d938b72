using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Config.Tree;

namespace Landfall.Operations.Editing;

/// <summary>Writes a value into YAML or JSON as people write it there.</summary>
internal static partial class ValueText
{
    private const int Step = 2;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes what stands behind a key's colon, with the space or the line end before it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">The column of the key, from 0.</param>
    /// <param name="flow">True within braces or brackets.</param>
    /// <param name="json">True for JSON.</param>
    public static string BehindKey(JsonNode value, int indent, bool flow, bool json) =>
        flow || !IsBlock(value) ? $" {Flow(value, json)}" : $"\n{Block(value, indent + Step)}";

    /// <summary>Writes an item of a list, without its hyphen.</summary>
    public static string Item(JsonNode value, int indent, bool flow, bool json) =>
        flow || !IsBlock(value) ? Flow(value, json) : Block(value, indent + Step).TrimStart();

    /// <summary>Writes a key.</summary>
    public static string Key(string key, bool json) => json ? Quoted(key) : Plain(key);

    private static bool IsBlock(JsonNode value) => value is JsonObject { Count: > 0 } || (value is JsonArray { Count: > 0 } list && list.Any(item => item is JsonObject));

    private static string Block(JsonNode value, int indent)
    {
        var space = new string(' ', indent);
        return value switch
        {
            JsonObject map => string.Join('\n', map.Select(entry => $"{space}{Plain(entry.Key)}:{BehindKey(entry.Value!, indent, flow: false, json: false)}")),
            JsonArray list => string.Join('\n', list.Select(item => $"{space}- {Item(item!, indent, flow: false, json: false)}")),
            _ => space + Flow(value, json: false),
        };
    }

    private static string Flow(JsonNode value, bool json) => value switch
    {
        JsonObject { Count: 0 } => "{}",
        JsonObject map => $"{{ {string.Join(", ", map.Select(entry => $"{Key(entry.Key, json)}: {Flow(entry.Value!, json)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(item => Flow(item!, json)))}]",
        JsonValue text when text.TryGetValue<string>(out var one) => json ? Quoted(one) : Plain(one),
        _ => value.ToJsonString(),
    };

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Relaxed);

    private static string Plain(string text) =>
        Safe().IsMatch(text) && !PlainScalar.IsBoolean(text) && !PlainScalar.IsNumber(text) && text is not ("null" or "Null" or "NULL" or "yes" or "no" or "on" or "off" or "y" or "n") ? text : Quoted(text);

    // Quantities of Kubernetes, 100m or 64Mi, are no numbers of YAML's. Colons stand in CloudFormation's names, "Fn::Sub", and are none of YAML's without a space.
    [GeneratedRegex("^[A-Za-z_/][A-Za-z0-9_./-]*(::?[A-Za-z0-9_./-]+)*$|^[0-9]+(m|[KMGTP]i?)$")]
    private static partial Regex Safe();
}
