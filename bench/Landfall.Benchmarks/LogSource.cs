using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Landfall.Benchmarks;

/// <summary>
/// A CloudWatch Logs on loopback that has one log of many lines and answers at once, so that what is measured is the reader.
/// It answers <c>FilterLogEvents</c> with pages of 10,000 events, the most that AWS gives, and <c>GetCallerIdentity</c>.
/// </summary>
internal sealed class LogSource : IDisposable
{
    private const int EventsInPage = 10_000;

    private readonly HttpListener _listener = new();
    private readonly int _pages;

    /// <summary>Starts it.</summary>
    /// <param name="port">A free port of loopback.</param>
    /// <param name="lines">How many lines, a multiple of 10,000.</param>
    public LogSource(int port, int lines)
    {
        _pages = lines / EventsInPage;
        Endpoint = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        _listener.Prefixes.Add(Endpoint + "/");
        _listener.Start();
        _ = AnswerAsync();
    }

    /// <summary>Where it is.</summary>
    public string Endpoint { get; }

    /// <inheritdoc />
    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        var pages = Enumerable.Range(0, _pages).Select(Page).ToList();
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // it was closed
            }

            using var reader = new StreamReader(context.Request.InputStream);
            var request = await reader.ReadToEndAsync();
            var answer = context.Request.Headers["X-Amz-Target"] is null ? Identity : pages[Number(request)];
            await context.Response.OutputStream.WriteAsync(answer);
            context.Response.Close();
        }
    }

    private static int Number(string request) =>
        JsonDocument.Parse(request).RootElement.TryGetProperty("nextToken", out var token) && token.GetString() is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : 0;

    private static byte[] Identity => Encoding.UTF8.GetBytes("""
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::111111111111:user/bench</Arn><UserId>AIDA</UserId><Account>111111111111</Account>
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """);

    // Lines as services write them: of three, two in JSON and one as text, and each hundredth an error.
    private byte[] Page(int page)
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
        return JsonSerializer.SerializeToUtf8Bytes(new { events, nextToken = page + 1 < _pages ? (page + 1).ToString(CultureInfo.InvariantCulture) : null });
    }
}
