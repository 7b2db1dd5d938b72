using System.Globalization;
using System.Text.Json;

namespace Landfall.Benchmarks;

/// <summary>A CloudWatch Logs on loopback that has one log of many lines, in pages of 10,000 events, the most that AWS gives.</summary>
/// <param name="port">A free port of loopback.</param>
/// <param name="lines">How many lines, a multiple of 10,000.</param>
internal sealed class LogSource(int port, int lines) : LoopbackLogs(port)
{
    private const int EventsInPage = 10_000;

    private readonly List<byte[]> _pages = [.. Enumerable.Range(0, lines / EventsInPage).Select(page => Page(page, lines / EventsInPage))];

    /// <inheritdoc />
    protected override byte[] Events(string request) => _pages[Number(request)];

    private static int Number(string request) =>
        JsonDocument.Parse(request).RootElement.TryGetProperty("nextToken", out var token) && token.GetString() is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : 0;

    // Lines as services write them: of three, two in JSON and one as text, and each hundredth an error.
    private static byte[] Page(int page, int pages)
    {
        var start = DateTimeOffset.UtcNow.AddMinutes(-30).ToUnixTimeMilliseconds();
        var events = Enumerable.Range(page * EventsInPage, EventsInPage).Select(line => new
        {
            eventId = line.ToString("D20", CultureInfo.InvariantCulture),
            timestamp = start + line,
            logStreamName = "s001/s001/0123456789abcdef0123456789abcdef",
            message = line % 3 == 0
                ? string.Create(CultureInfo.InvariantCulture, $"10.0.1.7 - - \"GET /s001/orders/{line} HTTP/1.1\" 200 {line % 4000} 0.0{line % 90}")
                : string.Create(CultureInfo.InvariantCulture, $$"""{"time":"2026-01-01T00:00:00Z","level":"{{(line % 100 == 1 ? "error" : "info")}}","message":"order {{line}} was placed","customer":{{line % 977}},"items":{{line % 7}},"trace":"0af7651916cd43dd8448eb211c80319c"}"""),
        });
        return JsonSerializer.SerializeToUtf8Bytes(new { events, nextToken = page + 1 < pages ? (page + 1).ToString(CultureInfo.InvariantCulture) : null });
    }
}
