using System.Net;
using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Resources;

/// <summary>Cloud Control, which reads any resource in the words of its CloudFormation type.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ResourceClient(AwsSession session)
{
    private static readonly AwsService Service = new("cloudcontrolapi", "cloudcontrolapi", "CLOUDCONTROL", "CloudApiService");

    /// <summary>Finds a resource.</summary>
    /// <param name="type">Its CloudFormation type.</param>
    /// <param name="identifier">What its primary identifier is in AWS: the name of a table or a bucket.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its properties as CloudFormation spells them; null where there is none.</returns>
    /// <exception cref="AwsException">AWS refused.</exception>
    public async Task<JsonObject?> FindAsync(string type, string identifier, CancellationToken cancellation)
    {
        try
        {
            var answer = await JsonProtocol.CallAsync<Answer>(
                session, Service, "GetResource", new { TypeName = type, Identifier = identifier }, cancellation, JsonProtocol.Version10).ConfigureAwait(false);
            return answer.ResourceDescription?.Properties is { } properties ? JsonNode.Parse(properties) as JsonObject : null;
        }
        catch (AwsException e) when (e.Code == "ResourceNotFoundException" || (e.Status == HttpStatusCode.NotFound && e.Code == "NotFound"))
        {
            return null;
        }
    }

    private sealed record Answer(Description? ResourceDescription);

    private sealed record Description(string? Identifier, string? Properties);
}
