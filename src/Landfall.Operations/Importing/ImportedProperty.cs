using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Landfall.Operations.Importing;

/// <summary>A property that is not what the file says, and that the next deployment changes.</summary>
/// <param name="Property">Its path in the template, for example <c>VersioningConfiguration/Status</c>.</param>
/// <param name="Is">What it is; null where it is not set.</param>
/// <param name="Wanted">What the file makes of it; null where it is taken away.</param>
internal sealed record ImportedProperty(
    string Property,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonNode? Is,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonNode? Wanted);
