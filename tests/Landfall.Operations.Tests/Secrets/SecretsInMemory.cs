using Landfall.Operations.Secrets;

namespace Landfall.Operations.Tests.Secrets;

/// <summary>Secrets by their names in AWS; null is one without a value.</summary>
internal sealed class SecretsInMemory : Dictionary<string, string?>, ISecretStore
{
    public Task<bool?> HasValueAsync(string name, CancellationToken stop) =>
        Task.FromResult(TryGetValue(name, out var value) ? value is not null : (bool?)null);

    public Task<bool> PutValueAsync(string name, string value, CancellationToken stop)
    {
        var there = ContainsKey(name);
        this[name] = value;
        return Task.FromResult(there);
    }
}
