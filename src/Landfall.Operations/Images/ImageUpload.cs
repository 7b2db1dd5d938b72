using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Landfall.Aws.ContainerRegistry;
using Landfall.Config;

namespace Landfall.Operations.Images;

/// <summary>Pushes an image of a folder as it is, so that it has the same digest in every registry (OCI Distribution Specification, "Push").</summary>
internal sealed class ImageUpload : IDisposable
{
    // A layer of gigabytes over a slow line.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly HttpClient _http = new() { Timeout = Longest };
    private readonly Uri _registry;
    private readonly AuthenticationHeaderValue? _authorization;

    /// <summary>Makes it.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="address">Where it answers.</param>
    public ImageUpload(RegistryCredentials registry, Uri address)
    {
        _registry = address;
        if (registry.User.Length > 0)
            _authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{registry.User}:{registry.Password}")));
    }

    /// <summary>Pushes an image.</summary>
    /// <param name="layout">The folder.</param>
    /// <param name="image">Its manifest there.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="tags">The tags that it gets, or its digest.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="LandfallException">The registry refuses.</exception>
    public async Task PushAsync(OciLayout layout, OciDescriptor image, string repository, IReadOnlyList<string> tags, CancellationToken cancellation)
    {
        var bytes = layout.Read(image);
        var parts = ImageParts.Of(OciLayout.Parse(bytes));
        foreach (var manifest in parts.Manifests)
            await PushAsync(layout, manifest, repository, [manifest.Digest], cancellation).ConfigureAwait(false);
        foreach (var blob in parts.Blobs)
            await PushBlobAsync(layout.FileOf(blob), blob, repository, cancellation).ConfigureAwait(false);
        foreach (var tag in tags)
        {
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue(image.MediaType);
            using var answer = await SendAsync(HttpMethod.Put, Address(repository, $"manifests/{tag}"), content, cancellation).ConfigureAwait(false);
            await RequireAsync(answer, HttpStatusCode.Created, $"{repository}:{tag}", cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task PushBlobAsync(string file, OciDescriptor blob, string repository, CancellationToken cancellation)
    {
        using (var there = await SendAsync(HttpMethod.Head, Address(repository, $"blobs/{blob.Digest}"), null, cancellation).ConfigureAwait(false))
        {
            if (there.IsSuccessStatusCode)
                return;
        }

        using var session = await SendAsync(HttpMethod.Post, Address(repository, "blobs/uploads/"), new ByteArrayContent([]), cancellation).ConfigureAwait(false);
        await RequireAsync(session, HttpStatusCode.Accepted, $"a part of {repository}", cancellation).ConfigureAwait(false);
        var place = new Uri(_registry, session.Headers.Location ?? throw Refused($"a part of {repository}", "no place to send it to"));
        var target = new UriBuilder(place) { Query = $"{place.Query.TrimStart('?')}{(place.Query.Length > 1 ? "&" : "")}digest={blob.Digest}" }.Uri;
        await using var stream = File.OpenRead(file);
        using var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await SendAsync(HttpMethod.Put, target, content, cancellation).ConfigureAwait(false);
        await RequireAsync(answer, HttpStatusCode.Created, $"a part of {repository}", cancellation).ConfigureAwait(false);
    }

    private Uri Address(string repository, string rest) => new(_registry, $"v2/{repository}/{rest}");

    /// <summary>Sends a request; the password goes to the registry alone, whatever place it names.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (address.Authority == _registry.Authority && address.Scheme == _registry.Scheme)
            request.Headers.Authorization = _authorization;
        return await _http.SendAsync(request, cancellation).ConfigureAwait(false);
    }

    private async Task RequireAsync(HttpResponseMessage answer, HttpStatusCode expected, string what, CancellationToken cancellation)
    {
        if (answer.StatusCode == expected)
            return;
        var said = await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        throw Refused(what, string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {said}").Trim());
    }

    private LandfallException Refused(string what, string said) =>
        new(ErrorCodes.RegistryRefused, $"The registry {_registry} does not take {what}: {said}. Check that the repository exists and that the credentials may push to it.");
}
