using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Secrets;

/// <summary>The part of Secrets Manager that gives a secret its value. It never reads one.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class SecretsClient(AwsSession session)
{
    private static readonly AwsService Service = new("secretsmanager", "secretsmanager", "SECRETS_MANAGER", "secretsmanager");

    /// <summary>Tells whether a secret has a value.</summary>
    /// <remarks>
    /// "If you create a secret without a value, it has no version" and so none of the stage AWSCURRENT, which tasks ask for
    /// (Secrets Manager API Reference, CreateSecret and DescribeSecret, VersionIdsToStages).
    /// </remarks>
    /// <param name="name">The secret's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>True or false; null when there is no such secret.</returns>
    public async Task<bool?> HasValueAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "DescribeSecret", new { SecretId = name }, cancellation).ConfigureAwait(false);
            return answer["VersionIdsToStages"] is JsonObject versions
                && versions.Any(version => version.Value is JsonArray stages && stages.Any(stage => (string?)stage == "AWSCURRENT"));
        }
        catch (AwsException e) when (e.Code == "ResourceNotFoundException")
        {
            return null;
        }
    }

    /// <summary>Gives a secret another value.</summary>
    /// <param name="name">The secret's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when there is no such secret.</returns>
    public async Task<bool> PutValueAsync(string name, string value, CancellationToken cancellation)
    {
        // A request that is repeated is the same one by its token, and makes one version (PutSecretValue, ClientRequestToken).
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        try
        {
            var request = new { SecretId = name, ClientRequestToken = token, SecretString = value };
            await JsonProtocol.CallAsync<JsonObject>(session, Service, "PutSecretValue", request, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (AwsException e) when (e.Code == "ResourceNotFoundException")
        {
            return false;
        }
    }
}
