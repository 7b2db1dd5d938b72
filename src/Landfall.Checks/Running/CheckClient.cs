using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Landfall.Checks.Format;

namespace Landfall.Checks.Running;

/// <summary>Asks one target.</summary>
internal sealed class CheckClient : IDisposable
{
    private readonly CheckTarget _target;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <param name="target">What is asked.</param>
    /// <param name="time">The clock.</param>
    public CheckClient(CheckTarget target, TimeProvider time)
    {
        (_target, _time) = (target, time);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = true,
            AutomaticDecompression = DecompressionMethods.All,
        };
        if (target.Addresses is { Count: > 0 } addresses)
            handler.ConnectCallback = (context, stop) => ConnectAsync(addresses, context.DnsEndPoint.Port, stop);
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Sends a request, and what redirects of it ask for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="fill">Puts earlier answers in.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NoAnswerException">None came, or none that counts.</exception>
    public async Task<CheckAnswer> AskAsync(CheckRequest request, Func<string, string> fill, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(CheckLimits.Answer, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        string Fill(string text) => fill(text).Replace("{{base}}", _target.Base.OriginalString.TrimEnd('/'), StringComparison.Ordinal);
        var address = Address(Fill(request.Target));
        try
        {
            return await FollowAsync(request, address, Fill, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new NoAnswerException($"no answer within {CheckLimits.Answer.TotalSeconds} s");
        }
        catch (HttpRequestException e)
        {
            throw new NoAnswerException(Reason(e));
        }
        catch (IOException e)
        {
            throw new NoAnswerException($"the connection broke: {e.Message}");
        }
    }

    private async Task<CheckAnswer> FollowAsync(CheckRequest request, Uri address, Func<string, string> fill, CancellationToken stop)
    {
        var began = _time.GetTimestamp();
        var method = new HttpMethod(request.Method);
        for (var redirects = 0; ; redirects++)
        {
            using var message = Message(request, method, address, fill);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            if (!request.FollowsRedirects || (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
                return await ReadAsync(response, began, stop).ConfigureAwait(false);
            if (redirects == CheckLimits.Redirects)
                throw new NoAnswerException($"redirected more than {CheckLimits.Redirects} times, at last to {location.OriginalString}");
            address = Next(address, location, (int)response.StatusCode);
            if ((int)response.StatusCode < 307 && method != HttpMethod.Head)
                method = HttpMethod.Get;
        }
    }

    private Uri Next(Uri from, Uri location, int status)
    {
        var next = new Uri(from, location);
        if (!next.Host.Equals(from.Host, StringComparison.OrdinalIgnoreCase) || next.Scheme != from.Scheme)
            throw new NoAnswerException($"status {status} leads away, to {location.OriginalString}. To expect that, write '# @no-redirect' and '# @expect status {status}'");

        // The request named the host without the port, so that what comes back names it so too.
        return _target.Addresses is null ? next : new UriBuilder(next) { Port = from.Port }.Uri;
    }

    private HttpRequestMessage Message(CheckRequest request, HttpMethod method, Uri address, Func<string, string> fill)
    {
        var message = new HttpRequestMessage(method, address) { Version = HttpVersion.Version11 };
        if (_target.Addresses is not null)
            message.Headers.Host = address.Host;
        if (request.Body is { } body && method.Method == request.Method)
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(fill(body)));
        foreach (var (name, value) in request.Headers)
        {
            var text = fill(value);
            if (name.Equals("Host", StringComparison.OrdinalIgnoreCase))
                message.Headers.Host = text;
            else if (!message.Headers.TryAddWithoutValidation(name, text))
                message.Content?.Headers.TryAddWithoutValidation(name, text);
        }

        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("landfall-check", "1"));
        return message;
    }

    private async Task<CheckAnswer> ReadAsync(HttpResponseMessage response, long began, CancellationToken stop)
    {
        var stream = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var bytes = new byte[CheckLimits.BodyBytes + 1];
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop).ConfigureAwait(false);
            var headers = from header in response.Headers.Concat(response.Content.Headers) from value in header.Value select KeyValuePair.Create(header.Key, value);
            var whole = length <= CheckLimits.BodyBytes;
            return new CheckAnswer((int)response.StatusCode, [.. headers], Encoding.UTF8.GetString(bytes, 0, whole ? length : CheckLimits.BodyBytes), whole, _time.GetElapsedTime(began));
        }
    }

    private Uri Address(string target) => Uri.TryCreate(_target.Base.OriginalString.TrimEnd('/') + target, UriKind.Absolute, out var address)
        ? address
        : throw new NoAnswerException($"'{target}' does not make an address together with {_target.Base.OriginalString}");

    private static string Reason(HttpRequestException e) => e switch
    {
        { InnerException: AuthenticationException tls } => $"the certificate or TLS is refused: {(tls.InnerException ?? tls).Message}",
        { HttpRequestError: HttpRequestError.NameResolutionError } => $"the name is not found: {e.Message}",
        { HttpRequestError: HttpRequestError.ConnectionError } => $"nothing answers: {e.Message}",
        { InnerException: { } inner } => $"no HTTP answer: {inner.Message}",
        _ => $"no HTTP answer: {e.Message}",
    };

    private static async ValueTask<Stream> ConnectAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], port, stop).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
