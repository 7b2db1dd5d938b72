using System.ComponentModel;

namespace Landfall.Operations.Restoring;

/// <summary>What is restored, and from what.</summary>
/// <param name="Name">The database or table.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Snapshot">The snapshot or backup, or null.</param>
/// <param name="At">The moment, or null.</param>
/// <param name="Finish">A copy that was left while it was made, or null.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="DryRun">True to show what would be done, and do nothing.</param>
internal sealed record DataRestoreParameters(
    [property: Description("The database's or table's name in the file.")] string Name,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("Restore this snapshot, or this backup of a table; 'landfall data snapshots' lists them.")] string? Snapshot,
    [property: Description("Restore to this moment, such as 2026-03-01T12:00Z, or to the last one there is: latest.")] string? At,
    [property: Description("Go on with this copy, where an earlier command was stopped before it could be used.")] string? Finish,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Show what would be done, and do nothing.")] bool DryRun);
