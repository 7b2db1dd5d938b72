using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Bedrock;

/// <summary>The part of Amazon Bedrock's runtime that asks a model. A conversation needs the permission <c>bedrock:InvokeModel</c>.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ConverseClient(AwsSession session)
{
    private static readonly AwsService Service = new("bedrock-runtime", "bedrock", "BEDROCK_RUNTIME", "2023-09-30");

    /// <summary>Asks a model.</summary>
    /// <param name="model">A model's id, an inference profile's, or the ARN of either: "/model/{modelId}/converse".</param>
    /// <param name="request">The request, by the member names of the API's Converse.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The answer, by its member names; what a model has written in it is anybody's.</returns>
    /// <exception cref="AwsException">AWS answered with an error.</exception>
    public Task<JsonObject> ConverseAsync(string model, JsonObject request, CancellationToken cancellation) =>
        RestJsonProtocol.SendAsync(session, Service, "InvokeModel", HttpMethod.Post, $"/model/{Uri.EscapeDataString(model)}/converse", request, cancellation);
}
