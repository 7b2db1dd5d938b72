using System.Text;
using System.Text.Json.Serialization;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.ContainerRegistry;

/// <summary>The part of ECR that lets a container engine in and knows what images there are.</summary>
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

    /// <summary>Finds the digest of an image.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="image">Its tag, or its digest.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The digest (<c>sha256:…</c>); null where the repository does not hold the image, or is not there.</returns>
    public async Task<string?> FindDigestAsync(string repository, string image, CancellationToken cancellation)
    {
        var id = image.StartsWith("sha256:", StringComparison.Ordinal) ? (object)new { imageDigest = image } : new { imageTag = image };
        try
        {
            var answer = await JsonProtocol.CallAsync<ImagesResponse>(
                session, Service, "DescribeImages", new { repositoryName = repository, imageIds = new[] { id } }, cancellation).ConfigureAwait(false);
            return answer.ImageDetails.Count > 0 ? answer.ImageDetails[0].ImageDigest : null;
        }
        catch (AwsException e) when (e.Code is "ImageNotFoundException" or "RepositoryNotFoundException")
        {
            return null;
        }
    }

    private sealed record ImagesResponse([property: JsonPropertyName("imageDetails")] IReadOnlyList<ImageDetail> ImageDetails);

    private sealed record ImageDetail([property: JsonPropertyName("imageDigest")] string ImageDigest);

    private sealed record TokenResponse([property: JsonPropertyName("authorizationData")] IReadOnlyList<RegistryToken> AuthorizationData);

    private sealed record RegistryToken(
        [property: JsonPropertyName("authorizationToken")] string AuthorizationToken,
        [property: JsonPropertyName("proxyEndpoint")] string ProxyEndpoint);
}
