using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Cost.Uses;

/// <summary>What resources use of that which has a price.</summary>
/// <param name="Types">The types that it is about.</param>
/// <param name="Find">Gives the uses of one resource, beside all others of its environment; none where it is free.</param>
internal sealed record UseRule(IReadOnlyList<string> Types, Func<EvaluatedResource, EstimatedResources, IEnumerable<Use>> Find)
{
    /// <summary>A rule of one type.</summary>
    public UseRule(string type, Func<EvaluatedResource, EstimatedResources, IEnumerable<Use>> find)
        : this([type], find)
    {
    }

    /// <summary>Every resource of the type uses the same.</summary>
    public UseRule(string type, params Use[] uses)
        : this([type], (_, _) => uses)
    {
    }
}
