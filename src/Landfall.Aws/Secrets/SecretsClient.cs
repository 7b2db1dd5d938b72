using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Landfall.Aws.Containers;
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
    public async Task<bool?> HasValueAsync(string name, CancellationToken cancellation) =>
        (await FindAsync(name, cancellation).ConfigureAwait(false))?.HasValue;

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

    /// <summary>Finds out about a secret.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What is known of it beside its value; null when there is no such secret.</returns>
    public async Task<KnownSecret?> FindAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "DescribeSecret", new { SecretId = name }, cancellation).ConfigureAwait(false);
            var hasValue = answer["VersionIdsToStages"] is JsonObject versions
                && versions.Any(version => version.Value is JsonArray stages && stages.Any(stage => (string?)stage == "AWSCURRENT"));
            return new KnownSecret(hasValue, TaskReader.Time(answer, "LastChangedDate"));
        }
        catch (AwsException e) when (e.Code == "ResourceNotFoundException")
        {
            return null;
        }
    }

    /// <summary>Has Secrets Manager make a password up, as CloudFormation does for a secret whose value is generated.</summary>
    /// <param name="length">How many letters and digits.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The password.</returns>
    public async Task<string> GenerateAsync(int length, CancellationToken cancellation) =>
        (string)(await JsonProtocol.CallAsync<JsonObject>(session, Service, "GetRandomPassword", new { PasswordLength = length, ExcludePunctuation = true }, cancellation).ConfigureAwait(false))["RandomPassword"]!;

    /// <summary>Makes a secret with a value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its ARN.</returns>
    public async Task<string> CreateAsync(string name, string value, string description, CancellationToken cancellation)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var request = new { Name = name, ClientRequestToken = token, SecretString = value, Description = description };
        return (string)(await JsonProtocol.CallAsync<JsonObject>(session, Service, "CreateSecret", request, cancellation).ConfigureAwait(false))["ARN"]!;
    }

    /// <summary>
    /// Lets a role read a secret, whatever else the role may do: in one account a statement of either side's is enough
    /// (IAM User Guide, "Policy evaluation logic"; Secrets Manager User Guide, "Resource-based policies").
    /// </summary>
    /// <param name="arn">The secret's ARN.</param>
    /// <param name="role">The role's ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end of it.</returns>
    public Task LetReadAsync(string arn, string role, CancellationToken cancellation)
    {
        var policy = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray(new JsonObject
            {
                ["Effect"] = "Allow",
                ["Principal"] = new JsonObject { ["AWS"] = role },
                ["Action"] = "secretsmanager:GetSecretValue",
                ["Resource"] = "*", // of this secret's own policy: the secret
            }),
        };
        return JsonProtocol.CallAsync<JsonObject>(session, Service, "PutResourcePolicy", new { SecretId = arn, ResourcePolicy = policy.ToJsonString(), BlockPublicPolicy = true }, cancellation);
    }

    /// <summary>Deletes a secret at once.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end of it.</returns>
    public Task DeleteAsync(string arn, CancellationToken cancellation) =>
        JsonProtocol.CallAsync<JsonObject>(session, Service, "DeleteSecret", new { SecretId = arn, ForceDeleteWithoutRecovery = true }, cancellation);
}
