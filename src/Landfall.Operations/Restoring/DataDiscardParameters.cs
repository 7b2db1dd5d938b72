using System.ComponentModel;

namespace Landfall.Operations.Restoring;

/// <summary>Which copy is deleted.</summary>
/// <param name="Name">The database or table that it was restored from.</param>
/// <param name="Copy">The copy.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="DryRun">True to show what would be done, and do nothing.</param>
internal sealed record DataDiscardParameters(
    [property: Description("The name in the file of the database or table that was restored.")] string Name,
    [property: Description("The copy, as 'landfall data snapshots' calls it.")] string Copy,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Show what would be done, and do nothing.")] bool DryRun);
