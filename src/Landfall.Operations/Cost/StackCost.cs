namespace Landfall.Operations.Cost;

/// <summary>What a part of an environment costs: a service, or what all share.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="Stack">The stack that it is.</param>
/// <param name="Region">Its region.</param>
/// <param name="Resources">Its resources that cost something, the dearest first.</param>
internal sealed record StackCost(string Name, string Stack, string Region, IReadOnlyList<ResourceCost> Resources)
{
    /// <summary>What is known of it, in a month.</summary>
    public Extent Month { get; } = Extent.Sum(Resources.Select(resource => resource.Month));
}
