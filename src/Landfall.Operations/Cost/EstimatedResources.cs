using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Cost;

/// <summary>The resources of an environment, with the values of their properties.</summary>
/// <param name="all">The resources.</param>
internal sealed class EstimatedResources(IEnumerable<EvaluatedResource> all)
{
    private readonly List<EvaluatedResource> _all = [.. all];

    /// <summary>All of them.</summary>
    public IReadOnlyList<EvaluatedResource> All => _all;

    /// <summary>Finds a resource.</summary>
    /// <param name="stack">Its stack.</param>
    /// <param name="logicalId">Its name in the template.</param>
    /// <returns>The resource, or null.</returns>
    public EvaluatedResource? Find(string stack, string logicalId) => _all.Find(resource => resource.Stack == stack && resource.LogicalId == logicalId);

    /// <summary>Gives the resources of a type.</summary>
    /// <param name="type">The type.</param>
    public IEnumerable<EvaluatedResource> OfType(string type) => _all.Where(resource => resource.Type == type);

    /// <summary>Finds the resource of a type that stands in the same stack as another.</summary>
    /// <param name="other">The other.</param>
    /// <param name="type">The type.</param>
    /// <returns>The resource, or null.</returns>
    public EvaluatedResource? Beside(EvaluatedResource other, string type) =>
        _all.Find(resource => resource.Stack == other.Stack && resource.Type == type);
}
