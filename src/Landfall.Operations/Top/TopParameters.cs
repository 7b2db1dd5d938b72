using System.ComponentModel;

namespace Landfall.Operations.Top;

/// <summary>Whose use to read.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Services">Only these services; empty for all of the environment.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
internal sealed record TopParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Services)] IReadOnlyList<string> Services,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local);
