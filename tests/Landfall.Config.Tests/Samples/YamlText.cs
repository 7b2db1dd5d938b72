using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.Config.Tests.Samples;

/// <summary>Writes JSON values as block-style YAML, the way people write it: without quotes where none are needed.</summary>
internal static partial class YamlText
{
    public static string Of(JsonNode document)
    {
        var text = new StringBuilder();
        Write(text, document, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int indent)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                foreach (var (key, value) in map)
                {
                    text.Append(' ', indent).Append(Scalar(key)).Append(':');
                    Below(text, value, indent);
                }

                break;
            case JsonArray { Count: > 0 } list:
                foreach (var item in list)
                {
                    text.Append(' ', indent).Append('-');
                    Below(text, item, indent);
                }

                break;
        }
    }

    private static void Below(StringBuilder text, JsonNode? value, int indent)
    {
        if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            text.Append('\n');
            Write(text, value, indent + 2);
        }
        else
        {
            text.Append(' ').Append(value?.GetValueKind() == JsonValueKind.String ? Scalar(value.GetValue<string>()) : value?.ToJsonString() ?? "~").Append('\n');
        }
    }

    private static string Scalar(string text) =>
        Plain().IsMatch(text) && text is not ("true" or "false" or "null") ? text : JsonSerializer.Serialize(text);

    [GeneratedRegex("^[a-zA-Z/][a-zA-Z0-9 ./*-]*[a-zA-Z0-9/*]$")]
    private static partial Regex Plain();
}
