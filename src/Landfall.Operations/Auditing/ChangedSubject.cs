using System.Text.Json.Serialization;

namespace Landfall.Operations.Auditing;

/// <summary>Something that a change was about.</summary>
/// <param name="Name">A service, a stack, a secret.</param>
/// <param name="Before">What it was; null where it was not there, or where that is nobody's to know.</param>
/// <param name="After">What it is; null where it is gone, or where that is not known.</param>
internal sealed record ChangedSubject(
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? After);
