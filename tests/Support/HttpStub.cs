using System.Net;
using System.Net.Sockets;

namespace Landfall.Tests;

/// <summary>An HTTP server on this machine that gives prepared answers and remembers what it was asked.</summary>
internal sealed class HttpStub : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Func<StubRequest, StubAnswer> _answer;
    private readonly List<StubRequest> _requests = [];

    private HttpStub(Func<StubRequest, StubAnswer> answer)
    {
        _answer = answer;
        (_listener, Url) = Listen();
        _ = ServeAsync();
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<StubRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>Starts a server that answers by the request.</summary>
    public static HttpStub Answering(Func<StubRequest, StubAnswer> answer) => new(answer);

    /// <summary>Starts a server that gives these answers in turn, and the last one ever after.</summary>
    public static HttpStub InTurn(params StubAnswer[] answers)
    {
        var next = 0;
        return new(_ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length) - 1]);
    }

    public void Dispose() => _listener.Close();

    private static (HttpListener Listener, string Url) Listen()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var url = $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}";
            probe.Stop();
            var listener = new HttpListener { Prefixes = { $"{url}/" } };
            try
            {
                listener.Start();
                return (listener, url);
            }
            catch (HttpListenerException)
            {
                listener.Close(); // Somebody was quicker: another port.
            }
        }
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream);
            var headers = context.Request.Headers;
            var request = new StubRequest(
                context.Request.HttpMethod,
                context.Request.RawUrl!,
                headers.AllKeys.ToDictionary(k => k!, k => headers[k]!, StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync());
            lock (_requests)
                _requests.Add(request);
            var answer = _answer(request);
            if (answer.BreaksOff)
            {
                context.Response.ContentLength64 = 2;
                context.Response.OutputStream.WriteByte(0);
                context.Response.Abort();
                continue;
            }

            context.Response.StatusCode = answer.Status;
            if (answer.Error is not null)
                context.Response.Headers["x-amzn-ErrorType"] = answer.Error;
            foreach (var (name, value) in answer.Headers)
                context.Response.Headers[name] = value;
            context.Response.Close(answer.Body, willBlock: false);
        }
    }
}
