using System.Net;

namespace Landfall.Tests;

/// <summary>A request that <see cref="HttpStub"/> got.</summary>
internal sealed record StubRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The values of a form, by name.</summary>
    public IReadOnlyDictionary<string, string> Form =>
        Body.Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(p => WebUtility.UrlDecode(p[0]), p => WebUtility.UrlDecode(p[^1]), StringComparer.Ordinal);
}
