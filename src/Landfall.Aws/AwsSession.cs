using System.Net;
using System.Xml;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Landfall.Aws.Protocols;
using Landfall.Aws.Signing;
using Polly;

namespace Landfall.Aws;

/// <summary>
/// A region, credentials and one HTTP connection pool: what every client is made from. Credentials come from the SDK's
/// own chain (environment, profiles, SSO, web identity, container, instance).
/// </summary>
public sealed class AwsSession : IDisposable
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(60);
    private static readonly AwsService SecurityTokens = new("sts", "sts", "STS", "2011-06-15");

    private readonly HttpClient _http;
    private readonly Lazy<AWSCredentials> _credentials;
    private readonly Func<string, string?> _environmentVariable;
    private readonly TimeProvider _time;
    private readonly AWSCredentials? _given;
    private readonly TimeSpan _timeout;

    /// <summary>Makes a session; credentials are looked up at the first request.</summary>
    /// <param name="region">The region, for example <c>eu-west-1</c>.</param>
    /// <param name="time">The clock that requests are signed with.</param>
    /// <param name="credentials">Credentials in place of the chain's, or null.</param>
    /// <param name="environmentVariable">Reads an environment variable; by default the process's.</param>
    /// <param name="timeout">How long an answer may take; by default a minute.</param>
    public AwsSession(
        string region,
        TimeProvider time,
        AWSCredentials? credentials = null,
        Func<string, string?>? environmentVariable = null,
        TimeSpan? timeout = null)
    {
        _timeout = timeout ?? RequestTimeout;
        Region = region;
        Retries = Retry.With(time);
        _time = time;
        _given = credentials;
        _environmentVariable = environmentVariable ?? Environment.GetEnvironmentVariable;
        _credentials = new Lazy<AWSCredentials>(() => credentials ?? new DefaultAWSCredentialsIdentityResolver().ResolveIdentity(clientConfig: null!));
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = _timeout,
        };
    }

    /// <summary>The region that requests go to.</summary>
    public string Region { get; }

    /// <summary>Makes a session with the same credentials in another region.</summary>
    /// <param name="region">The region.</param>
    /// <returns>The session.</returns>
    public AwsSession In(string region) => new(region, _time, _given, _environmentVariable, _timeout);

    /// <summary>Sends the requests of Landfall's own clients again where that may help; the SDK's clients do so themselves.</summary>
    internal ResiliencePipeline Retries { get; }

    /// <summary>Who calls.</summary>
    /// <exception cref="AmazonClientException">The chain found no credentials.</exception>
    internal AWSCredentials Credentials => _credentials.Value;

    /// <summary>Asks whose credentials these are.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The 12-digit account.</returns>
    public async Task<string> GetAccountAsync(CancellationToken cancellation) =>
        (await IdentifyAsync(cancellation).ConfigureAwait(false)).Account;

    /// <summary>Asks who calls. That needs no permission (STS API Reference, GetCallerIdentity).</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The ARN of a user, or of a role with the name of the session that took it.</returns>
    public async Task<string> GetCallerAsync(CancellationToken cancellation) =>
        (await IdentifyAsync(cancellation).ConfigureAwait(false)).Arn;

    private async Task<GetCallerIdentityResponse> IdentifyAsync(CancellationToken cancellation)
    {
        using var client = new AmazonSecurityTokenServiceClient(Credentials, Configure<AmazonSecurityTokenServiceConfig>("STS"));
        try
        {
            // Another server's page may be XML by chance.
            if (await client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellation).ConfigureAwait(false) is { Account: not null } caller)
                return caller;
        }
        catch (XmlException)
        {
        }

        throw ForeignAnswer.From(EndpointOf(SecurityTokens));
    }

    /// <summary>Makes the settings of an SDK's client, so that it goes where the session's own requests go.</summary>
    /// <typeparam name="TConfig">The client's settings.</typeparam>
    /// <param name="variableName">The service's id in <c>AWS_ENDPOINT_URL_…</c>, for example <c>S3</c>.</param>
    /// <returns>The settings.</returns>
    internal TConfig Configure<TConfig>(string variableName)
        where TConfig : ClientConfig, new()
    {
        var config = new TConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(Region),
            MaxErrorRetry = Retry.Attempts,
            Timeout = _timeout,
        };
        if (AwsEndpoint.Configured(variableName, _environmentVariable) is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = Region;
        }

        return config;
    }

    /// <summary>Where a service answers.</summary>
    internal Uri EndpointOf(AwsService service) => AwsEndpoint.Resolve(service, Region, _environmentVariable);

    /// <summary>Sends one signed POST request and reads the whole answer.</summary>
    internal async Task<(HttpStatusCode Status, byte[] Body)> PostAsync(
        AwsService service, string contentType, IReadOnlyDictionary<string, string> headers, byte[] body, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, EndpointOf(service)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var (status, answer, _) = await SendAsync(request, body, service, cancellation).ConfigureAwait(false);
        return (status, answer);
    }

    /// <summary>Sends one signed GET request and reads the whole answer.</summary>
    /// <param name="service">The service.</param>
    /// <param name="pathAndQuery">The path, and the query's parameters in order of name.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<(HttpStatusCode Status, byte[] Body)> GetAsync(AwsService service, string pathAndQuery, CancellationToken cancellation)
    {
        var endpoint = new Uri(EndpointOf(service), pathAndQuery);
        var (status, answer, _) = await SendAsync(new HttpRequestMessage(HttpMethod.Get, endpoint), [], service, cancellation).ConfigureAwait(false);
        return (status, answer);
    }

    /// <summary>Sends one signed request of the REST-JSON protocol and reads the whole answer, and the kind of an error, which is in a header.</summary>
    /// <param name="method">The method.</param>
    /// <param name="service">The service.</param>
    /// <param name="path">The path.</param>
    /// <param name="body">The JSON; empty for none.</param>
    /// <param name="cancellation">Gives up.</param>
    internal Task<(HttpStatusCode Status, byte[] Body, string? Error)> SendJsonAsync(HttpMethod method, AwsService service, string path, byte[] body, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(method, new Uri(EndpointOf(service), path));
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        return SendAsync(request, body, service, cancellation);
    }

    private async Task<(HttpStatusCode Status, byte[] Body, string? Error)> SendAsync(
        HttpRequestMessage request, byte[] body, AwsService service, CancellationToken cancellation)
    {
        using (request)
        {
            var identity = await _credentials.Value.GetCredentialsAsync().ConfigureAwait(false);
            RequestSigner.Sign(request, body, identity, service.SigningRegion(Region), service.SigningName, _time.GetUtcNow());
            using var response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
            var error = response.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.First() : null;
            var answer = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            return ForeignAnswer.Is(response.StatusCode, answer) ? throw ForeignAnswer.From(request.RequestUri!) : (response.StatusCode, answer, error);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
