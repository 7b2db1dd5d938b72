using System.ComponentModel;

namespace Landfall.Operations.Restoring;

/// <summary>Whose snapshots are listed.</summary>
/// <param name="Name">The database or table.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
internal sealed record DataSnapshotsParameters(
    [property: Description("The database's or table's name in the file.")] string Name,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local);
