using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Logs;

/// <summary>What a line says, without its header: the time and the level, or the JSON around the message.</summary>
internal static partial class MessageText
{
    private static readonly string[] Keys = ["message", "msg", "@m", "@mt", "error", "exception", "err"];

    /// <summary>Finds it.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The message; the whole line where it has no such parts.</returns>
    public static string Of(string line)
    {
        if (line.StartsWith('{') && OfJson(line) is { } message)
            return message;
        return Header().Replace(line, "");
    }

    private static string? OfJson(string line)
    {
        try
        {
            if (JsonNode.Parse(line) is not JsonObject json)
                return null;
            return Keys.Select(key => json.TryGetPropertyValue(key, out var value) ? value : null)
                .Select(value => value is JsonValue text && text.TryGetValue<string>(out var found) ? found : (string?)(value as JsonObject)?["message"]?.ToString())
                .FirstOrDefault(text => text is { Length: > 0 });
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null; // it only looks like JSON, or has a key twice
        }
    }

    // A time as ISO 8601 or as most loggers write it, then perhaps a level in brackets or without.
    [GeneratedRegex(@"^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?[\s|:-]*(?:\[?(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\]?[\s|:-]*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Header();
}
