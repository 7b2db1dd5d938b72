using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Secrets;

/// <summary>The part of Secrets Manager that tells values, as ECS asks for them when it starts a task.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class SecretReader(AwsSession session)
{
    // An ARN has seven parts; the key in a secret's JSON, a stage and a version follow (ECS Developer Guide, "Pass Secrets
    // Manager secrets through Amazon ECS environment variables": arn:…:secret:secret_name-AbCdEf:json-key:version-stage:version-id).
    private const int ArnParts = 7;

    private static readonly AwsService Service = new("secretsmanager", "secretsmanager", "SECRETS_MANAGER", "secretsmanager");

    /// <summary>Reads what a container definition's <c>valueFrom</c> names.</summary>
    /// <param name="valueFrom">The secret's ARN or name, with the key in its JSON where one of its values is meant.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The value; null where there is none.</returns>
    public async Task<string?> ReadAsync(string valueFrom, CancellationToken cancellation)
    {
        var parts = valueFrom.Split(':');
        var (secret, key) = parts.Length > ArnParts ? (string.Join(':', parts[..ArnParts]), parts[ArnParts]) : (valueFrom, "");
        try
        {
            var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "GetSecretValue", new { SecretId = secret }, cancellation).ConfigureAwait(false);
            var value = (string?)answer["SecretString"];
            return key.Length == 0 || value is null ? value : (JsonNode.Parse(value) as JsonObject)?[key]?.ToString();
        }
        catch (AwsException e) when (e.Code == "ResourceNotFoundException")
        {
            return null;
        }
    }
}
