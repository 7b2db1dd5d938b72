using Landfall.Operations.Changes.Comparison;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes.Rules;

/// <summary>
/// Secrets with a generated value that CloudFormation alone reads, into resources of the same environment: nobody outside has
/// the value, and with those resources its use is gone.
/// </summary>
internal static class TemplateSecrets
{
    /// <summary>Tells whether a secret is such a one.</summary>
    /// <param name="resource">A resource that runs.</param>
    /// <param name="environment">All that runs.</param>
    /// <returns>False too where its value is given, or nothing reads it: somebody may by its name.</returns>
    public static bool Has(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Type != "AWS::SecretsManager::Secret" || resource.Was("GenerateSecretString") is null)
            return false;
        var reference = Token.Of(resource.Stack, resource.LogicalId, null, replaced: null);
        var any = reference[..^1]; // its attributes too
        var texts = environment.Running.Names.SelectMany(name => environment.Running.Resources(name).Values)
            .Select(r => r.Properties.ToJsonString()).Where(text => text.Contains(any, StringComparison.Ordinal)).ToList();
        return texts.Count > 0 && texts.TrueForAll(text => text.Replace($"{{{{resolve:secretsmanager:{reference}", "", StringComparison.Ordinal) is var rest
            && !rest.Contains($"{any}}}", StringComparison.Ordinal) && !rest.Contains($"{any}.", StringComparison.Ordinal));
    }
}
