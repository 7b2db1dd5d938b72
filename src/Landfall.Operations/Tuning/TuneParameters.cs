using System.ComponentModel;

namespace Landfall.Operations.Tuning;

/// <summary>What to tune.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="DryRun">True to show the change alone, as without either.</param>
/// <param name="Write">True to write the file.</param>
internal sealed record TuneParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Show the change, and write nothing: so it is without --write too.")] bool DryRun,
    [property: Description("Write the change into the file, for you to review and deploy."), Traits(ParameterTraits.Writes)] bool Write);
