using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Landfall.Benchmarks;

/// <summary>A log on loopback that lines are written to while it is read.</summary>
/// <param name="port">A free port of loopback.</param>
internal sealed class GrowingLog(int port) : LoopbackLogs(port)
{
    private readonly ConcurrentQueue<(long Time, string Message)> _lines = new();

    /// <summary>Writes a line, which the next request gets.</summary>
    /// <param name="message">The line.</param>
    public void Write(string message) => _lines.Enqueue((DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), message));

    /// <inheritdoc />
    protected override byte[] Events(string request)
    {
        var since = JsonDocument.Parse(request).RootElement.TryGetProperty("startTime", out var start) ? start.GetInt64() : 0;
        var events = _lines.Select((line, number) => (line.Time, Event: new
        {
            eventId = number.ToString("D20", CultureInfo.InvariantCulture),
            timestamp = line.Time,
            logStreamName = "s001/s001/0123456789abcdef0123456789abcdef",
            message = line.Message,
        })).Where(line => line.Time >= since).Select(line => line.Event);
        return JsonSerializer.SerializeToUtf8Bytes(new { events });
    }
}
