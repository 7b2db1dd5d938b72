using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>An image without a tag, or by <c>latest</c>.</summary>
internal sealed class FloatingImage() : PodRule(new(
    "k8s-floating-image", "An image is whatever 'latest' is at the start", Severity.Medium, "NSA/CISA Kubernetes Hardening Guidance: building secure container images",
    "Pods of one deployment can run different programs, and nobody can say which, nor go back.",
    "Name a version, better with the digest."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(PodTemplate pod) =>
        pod.Containers.Where(c => c.Body.TextAt("image") is { } image && !image.Contains('$', StringComparison.Ordinal) && ImageName.IsFloating(image)).Select(c => c.At("image"));
}
