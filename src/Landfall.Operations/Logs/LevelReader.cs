using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Landfall.Operations.Logs;

/// <summary>Tells how bad a line is: by the level of a JSON line, or by the words that loggers and runtimes write in others.</summary>
internal static class LevelReader
{
    private static readonly SearchValues<string> Errors = SearchValues.Create(
        ["error", "fatal", "critical", "exception", "traceback", "panic:", "unhandled", "segmentation fault"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Warnings = SearchValues.Create(["warn"], StringComparison.OrdinalIgnoreCase);

    // Where loggers of the common frameworks put it: Serilog, log4j, logrus, zap, pino, bunyan, OpenTelemetry, Python's JSON loggers.
    private static readonly HashSet<string> Keys = new(["level", "severity", "lvl", "loglevel", "levelname", "severitytext", "@l", "log.level"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a line.</summary>
    /// <param name="message">The line.</param>
    /// <returns>Its level.</returns>
    public static LogLevel Of(string message)
    {
        var text = message.AsSpan().TrimStart();
        if (text is ['{', ..] && OfJson(message) is { } level)
            return level;

        // A name that only has the word in it, such as error_count=0, is taken for an error too: rather one line too many.
        return text.ContainsAny(Errors) ? LogLevel.Error : text.ContainsAny(Warnings) ? LogLevel.Warning : LogLevel.None;
    }

    /// <summary>The level of a word or of a number: pino and bunyan count in tens.</summary>
    internal static LogLevel OfWord(string word) => word.ToUpperInvariant() switch
    {
        "TRACE" or "DEBUG" or "VERBOSE" or "FINE" or "10" or "20" => LogLevel.Debug,
        "INFO" or "INFORMATION" or "NOTICE" or "30" => LogLevel.Info,
        "WARN" or "WARNING" or "40" => LogLevel.Warning,
        "ERROR" or "ERR" or "SEVERE" or "FATAL" or "CRITICAL" or "CRIT" or "PANIC" or "ALERT" or "EMERGENCY" or "50" or "60" => LogLevel.Error,
        _ => LogLevel.None,
    };

    private static LogLevel? OfJson(string message)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(message.Length));
        try
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(0, Encoding.UTF8.GetBytes(message, buffer)));
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                    continue;
                var isLevel = Keys.Contains(reader.GetString()!);
                reader.Read();
                if (isLevel && reader.TokenType is (JsonTokenType.String or JsonTokenType.Number))
                    return OfWord(reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan));
                reader.Skip();
            }

            return LogLevel.None;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // it only looks like JSON
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
