using System.Text.Json;
using System.Text.RegularExpressions;

namespace Landfall.Evaluation.Nezha;

/// <summary>Takes the parameters out of one of Nezha's log lines.</summary>
internal static partial class NezhaLine
{
    /// <summary>The line's template and whether it reports an error.</summary>
    /// <param name="raw">The line as recorded: JSON of the container runtime around the program's own line.</param>
    public static (string Template, bool IsError) Template(string raw)
    {
        var line = Unwrap(raw).Trim();
        line = Ids().Replace(line, "");
        var error = Level().Match(line) is { Success: true } level && level.Value is "ERROR" or "error" or "FATAL";
        if (Location().Match(line) is { Success: true } place)
            return ($"{Level().Match(line).Value} {place.Value}", error);
        return (Parameters().Replace(line, "<*>"), error);
    }

    private static string Unwrap(string raw)
    {
        try
        {
            using var json = JsonDocument.Parse(raw);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("log", out var log) ? log.GetString() ?? "" : raw;
        }
        catch (JsonException)
        {
            return raw;
        }
    }

    [GeneratedRegex(@"TraceID: \S+ SpanID: \S+ ?")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\b(ERROR|WARN|INFO|DEBUG|FATAL|error|warn|info)\b")]
    private static partial Regex Level();

    // Java loggers print the class and the line of the statement, which is the template's identity.
    [GeneratedRegex(@"[\w.$]+#\d+")]
    private static partial Regex Location();

    // Words with digits, and names of several parts, are parameters.
    [GeneratedRegex(@"\S*\d\S*|\w+(-\w+)+")]
    private static partial Regex Parameters();
}
