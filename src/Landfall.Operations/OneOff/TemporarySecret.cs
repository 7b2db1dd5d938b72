using System.Security.Cryptography;
using System.Text.Json;
using Landfall.Aws;
using Landfall.Aws.Containers;
using Landfall.Aws.Secrets;
using Landfall.Config.Stacks;

namespace Landfall.Operations.OneOff;

/// <summary>
/// The secret values of one task. What RunTask is told can be read in the account, and it takes no secrets; so the values are a
/// secret, which lets nobody read it but the task's execution role, and the task runs with a task definition of its own that
/// names it. Both are taken away as soon as the task has started (ADR 26).
/// </summary>
internal sealed class TemporarySecret
{
    private readonly SecretsClient _secrets;
    private readonly TaskDefinitionClient _definitions;
    private readonly string _secret;

    private TemporarySecret(AwsSession session, string secret, string taskDefinition)
    {
        (_secrets, _definitions) = (new SecretsClient(session), new TaskDefinitionClient(session));
        (_secret, TaskDefinition) = (secret, taskDefinition);
    }

    /// <summary>The ARN of the task definition that reads it.</summary>
    public string TaskDefinition { get; }

    /// <summary>Makes it.</summary>
    /// <param name="session">The account and region.</param>
    /// <param name="names">The environment's names.</param>
    /// <param name="definition">What the task would run with otherwise.</param>
    /// <param name="values">The values, by variable.</param>
    /// <returns>What to take away again.</returns>
    public static async Task<TemporarySecret> MakeAsync(AwsSession session, AwsNames names, RunDefinition definition, IReadOnlyDictionary<string, string> values)
    {
        // Nothing here is stopped half-way: what is made has to be known, or it is never taken away.
        var secrets = new SecretsClient(session);
        var name = names.Secret($"run/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
        var secret = await secrets.CreateAsync(name, JsonSerializer.Serialize(values), "Of one 'landfall run', which deletes it when its task has started.", CancellationToken.None).ConfigureAwait(false);
        try
        {
            await secrets.LetReadAsync(secret, definition.ExecutionRole, CancellationToken.None).ConfigureAwait(false);
            var registered = await new TaskDefinitionClient(session).RegisterAsync(definition.With(secret, [.. values.Keys]), CancellationToken.None).ConfigureAwait(false);
            return new TemporarySecret(session, secret, registered);
        }
        catch
        {
            await secrets.DeleteAsync(secret, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes it away; it is not stopped half-way.</summary>
    /// <returns>The end of it.</returns>
    public async Task RemoveAsync()
    {
        await _secrets.DeleteAsync(_secret, CancellationToken.None).ConfigureAwait(false);
        await _definitions.DeregisterAsync(TaskDefinition, CancellationToken.None).ConfigureAwait(false);
    }
}
