namespace Landfall.Operations.Security.SecretsInFiles;

/// <summary>A rule for secrets in any text.</summary>
/// <param name="facts">What people are told about it.</param>
internal abstract class SecretRule(RuleFacts facts) : SecurityRule(facts)
{
    /// <summary>Finds secrets. What is found says where, and never the secret itself.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The places.</returns>
    public abstract IEnumerable<Spot> Check(SourceFile file);
}
