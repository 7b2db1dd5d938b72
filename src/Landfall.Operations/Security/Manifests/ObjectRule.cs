namespace Landfall.Operations.Security.Manifests;

/// <summary>A rule that looks at one object at a time.</summary>
/// <param name="facts">What people are told about it.</param>
internal abstract class ObjectRule(RuleFacts facts) : ManifestRule(facts)
{
    /// <inheritdoc />
    public sealed override IEnumerable<Spot> Check(ManifestSet set) => set.Objects.SelectMany(Check);

    /// <summary>Finds where it does not hold.</summary>
    protected abstract IEnumerable<Spot> Check(ManifestObject one);
}
