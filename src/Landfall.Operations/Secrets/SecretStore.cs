using Landfall.Aws;
using Landfall.Aws.Secrets;

namespace Landfall.Operations.Secrets;

/// <summary>The secrets of an account and region.</summary>
/// <param name="session">Who calls, and where.</param>
internal sealed class SecretStore(AwsSession session) : ISecretStore
{
    private readonly SecretsClient _client = new(session);

    /// <inheritdoc />
    public Task<bool?> HasValueAsync(string name, CancellationToken stop) => _client.HasValueAsync(name, stop);

    /// <inheritdoc />
    public Task<bool> PutValueAsync(string name, string value, CancellationToken stop) => _client.PutValueAsync(name, value, stop);
}
