using System.Text.Json.Serialization;

namespace Landfall.Operations.Restoring;

/// <summary>A snapshot of a database or a backup of a table.</summary>
/// <param name="Id">What 'data restore' calls it by.</param>
/// <param name="Type">AWS's word for who made it, in lower case, for example <c>manual</c> or <c>automated</c>.</param>
/// <param name="Status">AWS's word, in lower case, for example <c>available</c>.</param>
/// <param name="Taken">When it was taken; null until it is.</param>
/// <param name="Gib">How large it is, in GiB: the storage that was allocated to an instance, what a table holds. Null where AWS does not tell, as of Aurora.</param>
internal sealed record RestorePoint(
    string Id,
    string Type,
    string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Taken,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Gib);
