using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Landfall.Aws.ContainerRegistry;
using Landfall.Config;

namespace Landfall.Operations.Images;

/// <summary>
/// Asks a registry what it holds, by the protocol that ECR and every other registry speak. Source: OCI Distribution
/// Specification, "Checking if content exists in the registry".
/// </summary>
internal sealed class RegistryClient : IDisposable
{
    private static readonly string[] ManifestTypes =
    [
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.docker.distribution.manifest.v2+json",
    ];

    private readonly HttpClient _http;

    /// <summary>Makes a client.</summary>
    /// <param name="registry">The registry; without a user name it is asked without credentials.</param>
    public RegistryClient(RegistryCredentials registry)
    {
        _http = registry.User.Length > 0 ? new HttpClient() : new HttpClient(new AnonymousTokens());
        _http.Timeout = TimeSpan.FromSeconds(30);
        var host = registry.Registry;
        PlainHttp = host.StartsWith("localhost:", StringComparison.Ordinal) || host.StartsWith("127.", StringComparison.Ordinal);
        _http.BaseAddress = Address = new Uri($"{(PlainHttp ? "http" : "https")}://{host}/");
        if (registry.User.Length > 0)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{registry.User}:{registry.Password}")));
    }

    /// <summary>True for a registry on this machine, which speaks HTTP without TLS as container engines expect.</summary>
    public bool PlainHttp { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Finds the digest of a tag.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The digest (<c>sha256:…</c>), or null when the repository does not hold the tag.</returns>
    /// <exception cref="LandfallException">The registry refuses to answer.</exception>
    public async Task<string?> FindDigestAsync(string repository, string tag, CancellationToken cancellation)
    {
        using var answer = await AskAsync(HttpMethod.Head, repository, tag, cancellation).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        Require(answer, $"{repository}:{tag}");
        return answer.Headers.TryGetValues("Docker-Content-Digest", out var digests) ? digests.First() : null;
    }

    /// <summary>Reads a manifest or an index.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="digest">Its digest.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What it is, and its bytes.</returns>
    /// <exception cref="LandfallException">The registry refuses.</exception>
    public async Task<(string MediaType, byte[] Bytes)> ReadManifestAsync(string repository, string digest, CancellationToken cancellation)
    {
        using var answer = await AskAsync(HttpMethod.Get, repository, digest, cancellation).ConfigureAwait(false);
        Require(answer, $"{repository}@{digest}");
        return (answer.Content.Headers.ContentType?.MediaType ?? "", await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>Finds the manifest or the index of a tag or digest.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="version">The tag or digest.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its bytes; null when the repository does not hold it.</returns>
    /// <exception cref="LandfallException">The registry refuses.</exception>
    public async Task<byte[]?> FindManifestAsync(string repository, string version, CancellationToken cancellation)
    {
        using var answer = await AskAsync(HttpMethod.Get, repository, version, cancellation).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        Require(answer, $"{repository}:{version}");
        return await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Opens a blob; a place elsewhere that the registry sends to does not get the password.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="digest">Its digest.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its bytes.</returns>
    /// <exception cref="LandfallException">The registry refuses.</exception>
    public async Task<Stream> OpenBlobAsync(string repository, string digest, CancellationToken cancellation)
    {
        var answer = await _http.GetAsync(new Uri($"v2/{repository}/blobs/{digest}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        Require(answer, $"{repository}@{digest}");
        return await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string repository, string version, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, $"v2/{repository}/manifests/{version}");
        foreach (var type in ManifestTypes)
            request.Headers.Accept.ParseAdd(type);
        return await _http.SendAsync(request, cancellation).ConfigureAwait(false);
    }

    private void Require(HttpResponseMessage answer, string image)
    {
        if (!answer.IsSuccessStatusCode)
            throw new LandfallException(ErrorCodes.RegistryRefused, $"The registry {Address} answers {(int)answer.StatusCode} for {image}. Check that the repository exists and that the credentials may read it.");
    }
}
