namespace Landfall.Constructs.Parameters;

/// <summary>What the data stack publishes about a secret.</summary>
/// <param name="name">The secret's name in the file.</param>
public sealed class SecretValues(string name)
{
    /// <summary>The secret's full ARN, with the random suffix that Secrets Manager adds.</summary>
    public SharedValue Arn => new($"secrets/{name}/arn", "Secret ARN", Lasting: true);
}
