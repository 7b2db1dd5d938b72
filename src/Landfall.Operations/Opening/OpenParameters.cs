using System.ComponentModel;

namespace Landfall.Operations.Opening;

/// <summary>Whose address to open.</summary>
/// <param name="Service">The service or site.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
internal sealed record OpenParameters(
    [property: Description("The service's or site's name in the file.")] string Service,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local);
