using System.Globalization;
using System.Text;
using System.Text.Json;
using Landfall.Operations.Logs;

namespace Landfall.Cli.Terminal;

/// <summary>
/// Writes lines of logs for people: time, service, then the message; of a JSON line its message and the rest as
/// <c>key=value</c>. What a program writes is not trusted: it cannot move the cursor of whoever looks.
/// </summary>
/// <param name="colours">True to write colours.</param>
internal sealed class LogLineText(bool colours)
{
    private const string Reset = "\e[0m";
    private const string Dim = "\e[2m";

    // Told apart on light and on dark grounds; red and yellow are for levels.
    private static readonly string[] Services = ["\e[36m", "\e[35m", "\e[32m", "\e[34m", "\e[96m", "\e[95m", "\e[92m", "\e[94m"];

    private static readonly HashSet<string> Said = new(["message", "msg", "@m", "level", "severity", "lvl", "levelname", "@l", "time", "timestamp", "ts", "@t"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> _colours = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    /// <summary>Writes a line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The text, in as many lines as the message has.</returns>
    public string Of(LogEntry line)
    {
        _text.Clear();
        if (colours)
            _text.Append(Dim);
        _text.Append(CultureInfo.InvariantCulture, $"{line.Time.UtcDateTime:HH:mm:ss.fff} ");
        if (colours)
            _text.Append(Reset).Append(ColourOf(line.Service));
        _text.Append(line.Service);
        if (line.Container.Length > 0 && line.Container != line.Service)
            _text.Append('/').Append(line.Container);
        if (colours)
            _text.Append(Reset);
        _text.Append(" | ");
        var level = colours ? line.Level switch { LogLevel.Error => "\e[31m", LogLevel.Warning => "\e[33m", LogLevel.Debug => Dim, _ => "" } : "";
        _text.Append(level);
        if (!line.Message.StartsWith('{') || !TryJson(line))
            AppendSafe(line.Message);
        if (level.Length > 0)
            _text.Append(Reset);
        return _text.ToString();
    }

    /// <summary>Writes what a line says, and nothing else.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The text.</returns>
    public string MessageOf(LogEntry line)
    {
        _text.Clear();
        AppendSafe(line.Message);
        return _text.ToString();
    }

    private string ColourOf(string service)
    {
        if (!_colours.TryGetValue(service, out var colour))
            _colours[service] = colour = Services[_colours.Count % Services.Length];
        return colour;
    }

    private bool TryJson(LogEntry line)
    {
        var start = _text.Length;
        try
        {
            using var json = JsonDocument.Parse(line.Message);
            if (line.Level != LogLevel.None)
                _text.Append(line.Level.ToString().ToUpperInvariant()).Append(' ');
            var parts = json.RootElement.EnumerateObject().ToList();
            var message = parts.Find(p => p.Name is "message" or "msg" or "@m");
            if (message.Value.ValueKind != JsonValueKind.Undefined)
                AppendSafe(message.Value.ToString());
            foreach (var part in parts.Where(p => !Said.Contains(p.Name)))
            {
                _text.Append(' ');
                AppendSafe(part.Name);
                _text.Append('=');
                AppendSafe(part.Value.ValueKind is JsonValueKind.String && !part.Value.GetString()!.Contains(' ', StringComparison.Ordinal) ? part.Value.GetString()! : part.Value.GetRawText());
            }

            return true;
        }
        catch (JsonException)
        {
            _text.Length = start; // it only looks like JSON
            return false;
        }
    }

    private void AppendSafe(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 && text.AsSpan().IndexOfAnyInRange('\x7f', '\x9f') < 0)
        {
            _text.Append(text);
            return;
        }

        foreach (var c in text)
        {
            if (c is '\n' or '\t' || !char.IsControl(c))
                _text.Append(c);
        }
    }
}
