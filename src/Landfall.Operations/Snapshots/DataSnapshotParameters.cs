using System.ComponentModel;

namespace Landfall.Operations.Snapshots;

/// <summary>Which database is kept as it is now.</summary>
/// <param name="Database">The database.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="DryRun">True to show what would be done, and do nothing.</param>
internal sealed record DataSnapshotParameters(
    [property: Description("The database's name in the file.")] string Database,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Show what would be done, and do nothing.")] bool DryRun);
