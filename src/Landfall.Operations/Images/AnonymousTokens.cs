using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Images;

/// <summary>
/// Gets the token that a registry asks for before it shows a public image, to anybody and without a name
/// (https://distribution.github.io/distribution/spec/auth/token/).
/// </summary>
internal sealed partial class AnonymousTokens() : DelegatingHandler(new SocketsHttpHandler())
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode != HttpStatusCode.Unauthorized || Address(answer.Headers.WwwAuthenticate) is not { } address)
            return answer;
        using var question = new HttpRequestMessage(HttpMethod.Get, address);
        using var given = await base.SendAsync(question, cancellationToken).ConfigureAwait(false);
        if (!given.IsSuccessStatusCode)
            return answer;
        var token = JsonNode.Parse(await given.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        if ((string?)(token?["token"] ?? token?["access_token"]) is not { } text)
            return answer;
        answer.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", text);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where the token is given: by TLS, but for a registry of this machine.</summary>
    private static Uri? Address(HttpHeaderValueCollection<AuthenticationHeaderValue> challenges)
    {
        if (challenges.FirstOrDefault(one => one.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))?.Parameter is not { } challenge)
            return null;
        var said = Pair().Matches(challenge).DistinctBy(match => match.Groups["name"].Value).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
        if (!said.Remove("realm", out var realm) || !Uri.TryCreate(realm, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            return null;
        var query = said.Where(pair => pair.Key is "service" or "scope").Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}").Order(StringComparer.Ordinal);
        return new UriBuilder(uri) { Query = string.Join('&', query) }.Uri;
    }

    [GeneratedRegex("(?<name>[a-z_]+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Pair();
}
