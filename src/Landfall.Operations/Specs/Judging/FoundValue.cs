using System.Text.Json.Nodes;

namespace Landfall.Operations.Specs.Judging;

/// <summary>A value that a check is about.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Node">The value; null where there is none.</param>
internal sealed record FoundValue(string Place, JsonNode? Node);
