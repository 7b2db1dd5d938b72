using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A secret stands in a ConfigMap.</summary>
internal sealed class SecretInConfigMap() : ObjectRule(new(
    "k8s-secret-in-config-map", "A secret stands in a ConfigMap", Severity.High, "CIS Kubernetes 5.4.2",
    "ConfigMaps are not encrypted, and more may read them than secrets.",
    "Keep it in a secret store, and refer to it."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(ManifestObject one) =>
        one.Kind != "ConfigMap" || one.Root.At("data") is not MapNode data ? []
            : data.Entries.Where(e => e.Value is ScalarNode { IsNull: false } value && SecretName.IsOne(e.Key) && SecretValue.IsPlain(value.Text) && !value.Text.Contains('\n', StringComparison.Ordinal))
                .Select(e => new Spot(e.KeyMark.Line, $"{one.Label}/{e.Key}"));
}
