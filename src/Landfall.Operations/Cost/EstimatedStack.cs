using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Cost;

/// <summary>A stack of which is reckoned what it costs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it stands, and so whose prices count.</param>
/// <param name="Resources">Its resources.</param>
internal sealed record EstimatedStack(string Name, string Region, IReadOnlyList<EvaluatedResource> Resources)
{
    /// <summary>Stacks as they are wanted, with nothing there yet.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="region">The region of those that leave it open.</param>
    public static IReadOnlyList<EstimatedStack> Of(IReadOnlyList<AssemblyStack> stacks, string region) => Of(new Running([]), stacks, region);

    /// <summary>Stacks as they are wanted beside what runs.</summary>
    /// <param name="running">What runs.</param>
    /// <param name="stacks">The stacks.</param>
    /// <param name="region">The region of those that leave it open.</param>
    public static IReadOnlyList<EstimatedStack> Of(Running running, IReadOnlyList<AssemblyStack> stacks, string region)
    {
        var wanted = new Wanted(running, stacks, new Dictionary<(string Stack, string LogicalId), Changes.Certainty>());
        return [.. stacks.Select(stack => new EstimatedStack(stack.Name, stack.Region ?? region, [.. wanted.Resources(stack.Name).Values]))];
    }
}
