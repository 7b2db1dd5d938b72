using System.Text.Json.Serialization;

namespace Landfall.Operations.Restoring;

/// <summary>What a database or table can be restored from, and what was restored of it.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Name">The database's or table's name in the file.</param>
/// <param name="Kind"><c>database</c> or <c>table</c>.</param>
/// <param name="Points">The snapshots or backups, the newest first.</param>
/// <param name="Copies">What stands beside it, by name.</param>
internal sealed record RestorePoints(string App, string Environment, string Name, string Kind, IReadOnlyList<RestorePoint> Points, IReadOnlyList<RestoredCopy> Copies)
{
    /// <summary>The first moment to which it can be restored; null where it is restored from snapshots or backups alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Earliest { get; init; }

    /// <summary>The last moment to which it can be restored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Latest { get; init; }
}
