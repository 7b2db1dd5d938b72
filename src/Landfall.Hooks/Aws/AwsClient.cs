using System.Net.Http.Headers;
using System.Text;
using Landfall.Hooks.Runtime;

namespace Landfall.Hooks.Aws;

/// <summary>Sends requests to AWS. An SDK would be larger than all the rest of the function.</summary>
/// <param name="http">The client.</param>
/// <param name="settings">Region and credentials.</param>
/// <param name="time">The clock.</param>
internal sealed class AwsClient(HttpClient http, FunctionSettings settings, TimeProvider time)
{
    /// <summary>Posts a request.</summary>
    /// <param name="service">The service's name in endpoints and signatures.</param>
    /// <param name="path">The path, of characters that need no escape.</param>
    /// <param name="contentType">What the body is.</param>
    /// <param name="body">The body.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="target">The operation, where the service takes its name from a header; or null.</param>
    /// <returns>Body and headers of the answer.</returns>
    /// <exception cref="AwsRefusedException">AWS answered an error.</exception>
    public async Task<(byte[] Body, HttpResponseHeaders Headers)> PostAsync(string service, string path, string contentType, byte[] body, CancellationToken stop, string? target = null)
    {
        var root = settings.Endpoint?.TrimEnd('/') ?? $"https://{service}.{settings.Region}.{settings.DnsSuffix}";
        using var request = new HttpRequestMessage(HttpMethod.Post, root + path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        var signature = new RequestSignature(settings, service, time.GetUtcNow());
        foreach (var (name, value) in signature.Headers(request.RequestUri!, contentType, body, target))
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request, stop).ConfigureAwait(false);
        var content = await answer.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false);
        return answer.IsSuccessStatusCode
            ? (content, answer.Headers)
            : throw new AwsRefusedException($"{service} answered {(int)answer.StatusCode}: {Encoding.UTF8.GetString(content)}") { Status = (int)answer.StatusCode, Body = content };
    }
}
