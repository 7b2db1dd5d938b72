using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Landfall.Config;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>
/// Asks the API of a service with a token. It follows no redirection, so that the token goes to nobody else, and asks again
/// where the service says when, or has failed at something that can be done twice.
/// </summary>
internal sealed class PullApi : IDisposable
{
    private const int Tries = 4;

    // A page of a hundred comments of 64 KiB, or of what GitLab allows one of them.
    private const int MostBytes = 16 * 1024 * 1024;

    private const int MostOfMessage = 300;

    // A build is paid by the minute: whoever has to wait longer is run again.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpClient _http;
    private readonly string _api;
    private readonly OperationContext _context;

    /// <summary>Makes a client.</summary>
    /// <param name="api">The API's address.</param>
    /// <param name="header">The header that the token is in, and its value.</param>
    /// <param name="context">Who asks.</param>
    public PullApi(Uri api, (string Name, string Value) header, OperationContext context)
    {
        (_api, _context) = (api.AbsoluteUri.TrimEnd('/'), context);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = TimeSpan.FromSeconds(30),
            MaxResponseContentBufferSize = MostBytes,
        };
        _http.DefaultRequestHeaders.Add("User-Agent", "landfall");
        _http.DefaultRequestHeaders.Add("Accept", "application/json");
        if (!_http.DefaultRequestHeaders.TryAddWithoutValidation(header.Name, header.Value))
            throw new LandfallException(ErrorCodes.PullToken, $"The token in {PullPlace.TokenVariable} cannot be sent. Store it without line breaks.");
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    /// <summary>Asks.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the API's address, from its slash, with what follows.</param>
    /// <param name="body">What is sent, or null.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="LandfallException">The service refuses, or does not answer.</exception>
    public async Task<JsonNode> AskAsync(HttpMethod method, string path, object? body = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (answer, text, failure) = await SendAsync(method, path, body).ConfigureAwait(false);
            using (answer)
            {
                if (answer is { IsSuccessStatusCode: true })
                    return Parse(text, path);
                var wait = Wait(method, answer, attempt);
                if (wait is null || wait > Longest || attempt == Tries)
                    throw answer is null ? Unreachable(path, failure) : Refused(answer, text, path, wait);
                _context.Watcher.Say($"{new Uri(_api).Host} has no answer yet ({(answer is null ? "it cannot be reached" : (int)answer.StatusCode)}); asked again in {wait.Value.TotalSeconds:0} s.");
                await Task.Delay(wait.Value, _context.Time, _context.Stop).ConfigureAwait(false);
            }
        }
    }

    private async Task<(HttpResponseMessage? Answer, string Text, Exception? Failure)> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, $"{_api}{path}")
        {
            // With its length, which not every server is content without.
            Content = body is null ? null : new StringContent(JsonSerializer.Serialize(body, body.GetType(), Options), Encoding.UTF8, "application/json"),
        };
        try
        {
            var answer = await _http.SendAsync(request, _context.Stop).ConfigureAwait(false);
            return (answer, await answer.Content.ReadAsStringAsync(_context.Stop).ConfigureAwait(false), null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !_context.Stop.IsCancellationRequested))
        {
            return (null, "", e);
        }
    }

    /// <summary>
    /// How long to wait for another try; null for none. What is refused because of too many requests has done nothing; what has
    /// failed may have, so that a comment would stand there twice.
    /// </summary>
    private TimeSpan? Wait(HttpMethod method, HttpResponseMessage? answer, int attempt)
    {
        var backOff = TimeSpan.FromSeconds(Math.Pow(2, attempt - 1));
        if (answer is null || (int)answer.StatusCode >= 500)
            return method == HttpMethod.Post ? null : backOff;
        var after = answer.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - _context.Time.GetUtcNow()) : null;
        if (after is null && Header(answer, "x-ratelimit-remaining") == "0" && long.TryParse(Header(answer, "x-ratelimit-reset"), CultureInfo.InvariantCulture, out var reset) && reset is > 0 and < 253402300799)
        {
            // GitHub documentation, "Rate limits for the REST API": 403 or 429, with the second in which the limit is reset.
            after = DateTimeOffset.FromUnixTimeSeconds(reset) - _context.Time.GetUtcNow();
        }

        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => Later(after ?? backOff),
            HttpStatusCode.Forbidden when after is not null => Later(after.Value),
            _ => null,
        };
    }

    private static TimeSpan Later(TimeSpan wait) => wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait;

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.First() : null;

    private JsonNode Parse(string text, string path)
    {
        try
        {
            if (JsonNode.Parse(text) is { } node)
                return node;
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new LandfallException(ErrorCodes.PullAnswer, $"{_api}{path} has answered with something that is not JSON. Check that '--api' is the address of the API.");
    }

    private LandfallException Unreachable(string path, Exception? failure) => new(
        ErrorCodes.PullAnswer,
        $"{_api}{path} cannot be reached: {failure?.Message} Check the address and that the network lets the build reach it.",
        failure);

    private LandfallException Refused(HttpResponseMessage answer, string text, string path, TimeSpan? wait)
    {
        var (place, status) = ($"{_api}{path}", (int)answer.StatusCode);
        if (wait is not null && status < 500)
            return new LandfallException(ErrorCodes.PullThrottled, $"{place} takes no more requests for {wait.Value.TotalSeconds:0} s (HTTP {status}). Run it again then, or use a token with a limit of its own.");
        var said = Said(text);
        return status switch
        {
            401 => new LandfallException(ErrorCodes.PullToken, $"{place} does not know the token in {PullPlace.TokenVariable} (HTTP 401{said}). It may have expired: store a new one in the secret."),
            403 => new LandfallException(ErrorCodes.PullDenied, $"{place} denies what the token in {PullPlace.TokenVariable} asks for (HTTP 403{said}). It has to read and write pull requests and commit statuses of the repository."),
            404 => new LandfallException(ErrorCodes.PullNotFound, $"{place} is not there, or the token in {PullPlace.TokenVariable} may not see it (HTTP 404{said}). Check the repository, the number and what the token may read."),
            >= 300 and < 400 => new LandfallException(ErrorCodes.PullAnswer, $"{place} has moved (HTTP {status}), and a token is sent to no other address. Give the repository's present name, and the API's present address."),
            _ => new LandfallException(ErrorCodes.PullAnswer, $"{place} has failed (HTTP {status}{said})."),
        };
    }

    /// <summary>What the service says, in one line of its own: GitHub and GitLab in <c>message</c>, Bitbucket in <c>error.message</c>.</summary>
    private static string Said(string text)
    {
        try
        {
            var message = JsonNode.Parse(text) is JsonObject said ? (said["message"] ?? (said["error"] as JsonObject)?["message"] ?? said["error"])?.ToString() : null;
            return string.IsNullOrWhiteSpace(message) ? "" : $": {PullText.Line(message, MostOfMessage)}";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
