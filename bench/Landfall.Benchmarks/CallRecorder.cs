using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Landfall.Benchmarks;

/// <summary>Stands before an AWS endpoint on loopback and notes how long each call takes there.</summary>
internal sealed class CallRecorder : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly Lock _guard = new();
    private readonly List<double> _seconds = [];

    /// <summary>Starts it.</summary>
    /// <param name="port">A free port of loopback.</param>
    /// <param name="target">The endpoint.</param>
    public CallRecorder(int port, string target)
    {
        Endpoint = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        _listener.Prefixes.Add(Endpoint + "/");
        _listener.Start();
        _ = PassOnAsync(new Uri(target));
    }

    /// <summary>Where it is.</summary>
    public string Endpoint { get; }

    /// <summary>Takes the calls since the last time: the slowest, in seconds, and how many there were.</summary>
    /// <returns>Both.</returns>
    public (double Slowest, int Count) Take()
    {
        lock (_guard)
        {
            var taken = (_seconds.DefaultIfEmpty(0).Max(), _seconds.Count);
            _seconds.Clear();
            return taken;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _listener.Close();
        _client.Dispose();
    }

    private async Task PassOnAsync(Uri target)
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = PassOnAsync(context, target);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // it was closed
            }
        }
    }

    private async Task PassOnAsync(HttpListenerContext context, Uri target)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.HttpMethod), new Uri(target, context.Request.RawUrl));
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        request.Content = new ByteArrayContent(body.ToArray());
        foreach (var name in context.Request.Headers.AllKeys.Where(name => name is not "Host" and not "Content-Length"))
        {
            var value = context.Request.Headers[name];
            if (!request.Headers.TryAddWithoutValidation(name!, value))
                request.Content.Headers.TryAddWithoutValidation(name!, value);
        }

        request.Headers.Host = context.Request.UserHostName;
        var begin = Stopwatch.GetTimestamp();
        using var answer = await _client.SendAsync(request);
        var content = await answer.Content.ReadAsByteArrayAsync();
        lock (_guard)
        {
            _seconds.Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await context.Response.OutputStream.WriteAsync(content);
        context.Response.Close();
    }
}
