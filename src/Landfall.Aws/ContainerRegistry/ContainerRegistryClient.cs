using System.Text;
using System.Text.Json.Serialization;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.ContainerRegistry;

/// <summary>The part of ECR that lets a container engine in.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ContainerRegistryClient(AwsSession session)
{
    private static readonly AwsService Service = new("api.ecr", "ecr", "ECR", "AmazonEC2ContainerRegistry_V20150921");

    /// <summary>Asks for the registry's address and a password that is good for twelve hours.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The credentials.</returns>
    public async Task<RegistryCredentials> GetCredentialsAsync(CancellationToken cancellation)
    {
        var answer = await JsonProtocol.CallAsync<TokenResponse>(
            session, Service, "GetAuthorizationToken", new { }, cancellation).ConfigureAwait(false);
        var data = answer.AuthorizationData[0];
        var pair = Encoding.UTF8.GetString(Convert.FromBase64String(data.AuthorizationToken)).Split(':', 2);
        return new RegistryCredentials(new Uri(data.ProxyEndpoint).Authority, pair[0], pair[1]);
    }

    private sealed record TokenResponse([property: JsonPropertyName("authorizationData")] IReadOnlyList<RegistryToken> AuthorizationData);

    private sealed record RegistryToken(
        [property: JsonPropertyName("authorizationToken")] string AuthorizationToken,
        [property: JsonPropertyName("proxyEndpoint")] string ProxyEndpoint);
}
