using Landfall.Operations.Editing;

namespace Landfall.Operations.Security;

/// <summary>A place in a file at which a rule does not hold.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Resource">What stands there, as a path: a stage, a container, a resource's property.</param>
/// <param name="Detail">What is wrong there in particular; null where the rule's own reason says it.</param>
internal sealed record Spot(int Line, string Resource, string? Detail = null)
{
    /// <summary>The edits of the file after which the rule holds there; none where a person has to decide.</summary>
    public IReadOnlyList<Edit> Edits { get; init; } = [];

    /// <summary>Names the edits after which the rule holds.</summary>
    /// <param name="edits">The edits.</param>
    /// <returns>The place with them.</returns>
    public Spot FixedBy(params IReadOnlyList<Edit> edits) => this with { Edits = edits };
}
