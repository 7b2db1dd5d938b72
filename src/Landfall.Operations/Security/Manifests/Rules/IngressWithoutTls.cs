using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>An ingress speaks plain HTTP.</summary>
internal sealed class IngressWithoutTls() : ObjectRule(new(
    "k8s-ingress-without-tls", "An ingress speaks plain HTTP", Severity.Medium, "NSA/CISA Kubernetes Hardening Guidance: network separation and hardening",
    "Everybody on the way reads and changes what goes through it.",
    "Set 'spec.tls', or the certificate's annotation of your load balancer."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(ManifestObject one) =>
        one.Kind == "Ingress" && one.Root.ListAt("spec.tls").Count == 0 && !HasCertificate(one) ? [one.At("spec")] : [];

    private static bool HasCertificate(ManifestObject one) =>
        (one.Root.At("metadata.annotations") as MapNode)?.Entries.Any(e => e.Key.EndsWith("/certificate-arn", StringComparison.Ordinal) || e.Key.EndsWith("/pre-shared-cert", StringComparison.Ordinal)
            || (e.Key.EndsWith("/scheme", StringComparison.Ordinal) && e.Value is ScalarNode { Text: "internal" })) == true;
}
