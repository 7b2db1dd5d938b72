using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Landfall.Aws.Signing;

namespace Landfall.Aws;

/// <summary>
/// A region, credentials and one HTTP connection pool: what every client is made from. Credentials come from the SDK's
/// own chain (environment, profiles, SSO, web identity, container, instance).
/// </summary>
public sealed class AwsSession : IDisposable
{
    private readonly HttpClient _http;
    private readonly Lazy<AWSCredentials> _credentials;
    private readonly Func<string, string?> _environmentVariable;
    private readonly TimeProvider _time;

    /// <summary>Makes a session; credentials are looked up at the first request.</summary>
    /// <param name="region">The region, for example <c>eu-west-1</c>.</param>
    /// <param name="time">The clock that requests are signed with.</param>
    /// <param name="credentials">Credentials in place of the chain's, or null.</param>
    /// <param name="environmentVariable">Reads an environment variable; by default the process's.</param>
    public AwsSession(
        string region,
        TimeProvider time,
        AWSCredentials? credentials = null,
        Func<string, string?>? environmentVariable = null)
    {
        Region = region;
        GivenCredentials = credentials;
        _time = time;
        _environmentVariable = environmentVariable ?? Environment.GetEnvironmentVariable;
        _credentials = new Lazy<AWSCredentials>(() => credentials ?? new DefaultAWSCredentialsIdentityResolver().ResolveIdentity(clientConfig: null!));
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    /// <summary>The region that requests go to.</summary>
    public string Region { get; }

    /// <summary>Credentials in place of the SDK chain's, or null.</summary>
    internal AWSCredentials? GivenCredentials { get; }

    /// <summary>The endpoint that the environment sets for a service, or null for the region's own.</summary>
    internal Uri? ConfiguredEndpoint(string variableName) => AwsEndpoint.Configured(variableName, _environmentVariable);

    /// <summary>Sends one signed POST request and reads the whole answer.</summary>
    internal Task<(HttpStatusCode Status, byte[] Body)> PostAsync(
        AwsService service, string contentType, IReadOnlyDictionary<string, string> headers, byte[] body, CancellationToken cancellation)
    {
        var endpoint = AwsEndpoint.Resolve(service, Region, _environmentVariable);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return SendAsync(request, body, service, cancellation);
    }

    /// <summary>Sends one signed GET request and reads the whole answer.</summary>
    /// <param name="service">The service.</param>
    /// <param name="pathAndQuery">The path, and the query's parameters in order of name.</param>
    /// <param name="cancellation">Gives up.</param>
    internal Task<(HttpStatusCode Status, byte[] Body)> GetAsync(AwsService service, string pathAndQuery, CancellationToken cancellation)
    {
        var endpoint = new Uri(AwsEndpoint.Resolve(service, Region, _environmentVariable), pathAndQuery);
        return SendAsync(new HttpRequestMessage(HttpMethod.Get, endpoint), [], service, cancellation);
    }

    private async Task<(HttpStatusCode Status, byte[] Body)> SendAsync(
        HttpRequestMessage request, byte[] body, AwsService service, CancellationToken cancellation)
    {
        using (request)
        {
            var identity = await _credentials.Value.GetCredentialsAsync().ConfigureAwait(false);
            RequestSigner.Sign(request, body, identity, service.GlobalRegion ?? Region, service.SigningName, _time.GetUtcNow());
            using var response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
            return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
