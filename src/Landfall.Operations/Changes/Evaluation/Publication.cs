using System.Text.Json.Nodes;

namespace Landfall.Operations.Changes.Evaluation;

/// <summary>A value that a stack publishes to others in the Parameter Store.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Value">The evaluated value.</param>
internal sealed record Publication(string Stack, JsonNode? Value);
