using System.ComponentModel;

namespace Landfall.Operations.Status;

/// <summary>Whose state to look at.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Services">Only these services, and none of what they use; empty for all of the environment.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Watch">True to look again and again.</param>
internal sealed record StatusParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Services)] IReadOnlyList<string> Services,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Look again every few seconds until interrupted."), Traits(ParameterTraits.Endless)] bool Watch);
