namespace Landfall.Operations.Security.Manifests;

/// <summary>A rule that looks at containers of Linux'.</summary>
/// <param name="facts">What people are told about it.</param>
internal abstract class ContainerRule(RuleFacts facts) : PodRule(facts)
{
    /// <inheritdoc />
    protected sealed override IEnumerable<Spot> Check(PodTemplate pod) => pod.IsWindows ? [] : pod.Containers.SelectMany(Check);

    /// <summary>Finds where it does not hold.</summary>
    protected abstract IEnumerable<Spot> Check(Container container);
}
