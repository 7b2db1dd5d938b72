namespace Landfall.Operations.Security.Manifests;

/// <summary>A rule for Kubernetes' manifests.</summary>
/// <param name="facts">What people are told about it.</param>
internal abstract class ManifestRule(RuleFacts facts) : SecurityRule(facts)
{
    /// <summary>Finds where it does not hold.</summary>
    /// <param name="set">The objects of a file.</param>
    /// <returns>The places.</returns>
    public abstract IEnumerable<Spot> Check(ManifestSet set);
}
