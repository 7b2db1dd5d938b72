using System.ComponentModel;

namespace Landfall.Operations.Releases;

/// <summary>Whose releases to list.</summary>
/// <param name="Service">The service.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="App">The application, where there is no file.</param>
internal sealed record ReleasesParameters(
    [property: Description(ReleaseGround.ServiceText)] string Service,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description(ReleaseGround.AppText)] string? App);
