using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.Aws.Protocols;

/// <summary>AWS's JSON protocol: 1.1 (ECR, EMR, ECS, Logs) or 1.0 (DynamoDB).</summary>
internal static class JsonProtocol
{
    /// <summary>The content type of the older version.</summary>
    public const string Version10 = "application/x-amz-json-1.0";

    private const string Version11 = "application/x-amz-json-1.1";

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Calls an operation.</summary>
    /// <typeparam name="TResponse">What the answer is read into, by AWS's own member names.</typeparam>
    /// <param name="session">Who calls, and where.</param>
    /// <param name="service">The service; its version is the target prefix.</param>
    /// <param name="operation">The operation, for example <c>DescribeCluster</c>.</param>
    /// <param name="request">The request, serialised by its member names; nulls are left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="contentType">The version that the service speaks.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AwsException">AWS answered with an error.</exception>
    public static async Task<TResponse> CallAsync<TResponse>(
        AwsSession session, AwsService service, string operation, object request, CancellationToken cancellation, string contentType = Version11)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, Options);
        var headers = new Dictionary<string, string> { ["X-Amz-Target"] = $"{service.Version}.{operation}" };
        return await session.Retries.ExecuteAsync(
            async token =>
            {
                var (status, answer) = await session.PostAsync(service, contentType, headers, body, token).ConfigureAwait(false);
                if ((int)status < 400)
                    return JsonSerializer.Deserialize<TResponse>(answer.Length == 0 ? "{}"u8 : answer, Options)!;
                throw Error(service, operation, status, answer);
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>The error that an answer is.</summary>
    internal static AwsException Error(AwsService service, string operation, HttpStatusCode status, byte[] answer, string? kind = null)
    {
        var isJson = TryParse(answer, out var node);
        // "com.amazonaws.ssm#ParameterNotFound": services differ in whether they send the namespace. REST-JSON has "Code", or a header, in
        // which an address may follow a colon.
        var code = ((string?)node?["__type"] ?? (string?)node?["Code"] ?? kind?.Split(':')[0])?.Split('#')[^1];
        var message = isJson ? (string?)node?["message"] ?? (string?)node?["Message"] ?? "no message was given." : "the answer is not JSON.";
        return new AwsException(service.SigningName, operation, code ?? Code(status), message, status);
    }

    /// <summary>REST-JSON may name the kind of an error in a header alone; of a refusal the status tells it.</summary>
    private static string Code(HttpStatusCode status) => status == HttpStatusCode.Forbidden ? "AccessDeniedException" : status.ToString();

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="node">Its object; null where it is another value.</param>
    /// <returns>False when it is not JSON.</returns>
    internal static bool TryParse(byte[] answer, out JsonObject? node)
    {
        node = null;
        try
        {
            node = JsonNode.Parse(answer) as JsonObject;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
