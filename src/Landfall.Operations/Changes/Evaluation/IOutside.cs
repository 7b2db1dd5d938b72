using System.Text.Json.Nodes;

namespace Landfall.Operations.Changes.Evaluation;

/// <summary>What a template's expressions need to know of the world: as it runs, or as it is wanted.</summary>
internal interface IOutside
{
    /// <summary>Gives a parameter's value.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="name">The parameter.</param>
    /// <returns>The evaluated value.</returns>
    JsonNode? Parameter(string stack, string name);

    /// <summary>Gives what another stack exports.</summary>
    /// <param name="name">The export.</param>
    /// <returns>The evaluated value.</returns>
    JsonNode? Import(string name);

    /// <summary>Gives a pseudo parameter's value.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="name">For example <c>AWS::Region</c>.</param>
    /// <returns>The value, or a token.</returns>
    JsonNode Pseudo(string stack, string name);

    /// <summary>Says whether a resource's reference or attribute is another one than runs.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="logicalId">The resource.</param>
    /// <param name="attribute">The attribute, or null for what <c>Ref</c> gives.</param>
    /// <returns>How sure that is; null when it stays.</returns>
    Certainty? Replaced(string stack, string logicalId, string? attribute);
}
