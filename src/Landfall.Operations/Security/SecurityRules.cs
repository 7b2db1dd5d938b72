using Landfall.Operations.Security.Dockerfiles;
using Landfall.Operations.Security.Manifests;
using Landfall.Operations.Security.SecretsInFiles;
using Landfall.Operations.Security.Templates;

namespace Landfall.Operations.Security;

/// <summary>Every rule.</summary>
internal static class SecurityRules
{
    /// <summary>What people are told about each, by id.</summary>
    public static IReadOnlyDictionary<string, RuleFacts> All { get; } = new SortedDictionary<string, RuleFacts>(
        ((IEnumerable<SecurityRule>)[.. DockerRules.All, .. ManifestRules.All, .. TemplateRules.All, .. SecretRules.All]).ToDictionary(rule => rule.Facts.Id, rule => rule.Facts, StringComparer.Ordinal),
        StringComparer.Ordinal);
}
