namespace Landfall.Operations.Security.Manifests;

/// <summary>A rule that looks at pods.</summary>
/// <param name="facts">What people are told about it.</param>
internal abstract class PodRule(RuleFacts facts) : ManifestRule(facts)
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(ManifestSet set) => set.Objects.Select(one => one.Pod).OfType<PodTemplate>().SelectMany(Check);

    /// <summary>Finds where it does not hold.</summary>
    protected abstract IEnumerable<Spot> Check(PodTemplate pod);
}
