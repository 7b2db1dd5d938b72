using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A load balancer lets everybody in.</summary>
internal sealed class OpenLoadBalancer() : ObjectRule(new(
    "k8s-open-load-balancer", "A load balancer lets every address in", Severity.Medium, "NSA/CISA Kubernetes Hardening Guidance: network separation and hardening",
    "Without source ranges the service is open to the internet.",
    "Set 'loadBalancerSourceRanges', or make it internal by the annotation of your cloud."))
{
    private static readonly string[] Internal = ["aws-load-balancer-internal", "azure-load-balancer-internal", "load-balancer-type", "aws-load-balancer-scheme"];

    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(ManifestObject one)
    {
        if (one.Kind != "Service" || one.Root.TextAt("spec.type") != "LoadBalancer" || IsInternal(one))
            return [];
        List<string> ranges = [.. one.Root.TextsAt("spec.loadBalancerSourceRanges")];
        return ranges.Count == 0 || ranges.Any(r => r is "0.0.0.0/0" or "::/0") ? [one.At("spec.type")] : [];
    }

    private static bool IsInternal(ManifestObject one) =>
        (one.Root.At("metadata.annotations") as MapNode)?.Entries.Any(e => Internal.Any(name => e.Key.EndsWith(name, StringComparison.Ordinal))
            && e.Value is ScalarNode { Text: var text } && text.ToLowerInvariant() is "true" or "internal" or "0.0.0.0/0") == true;
}
