using System.ComponentModel;

namespace Landfall.Operations.Releases;

/// <summary>What is released, and where.</summary>
/// <param name="Service">The service.</param>
/// <param name="Image">The image.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="App">The application, where there is no file.</param>
internal sealed record ReleaseParameters(
    [property: Description(ReleaseGround.ServiceText)] string Service,
    [property: Description("The image: a tag, a digest (sha256:…) or an address in the service's repository.")] string Image,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description(ReleaseGround.AppText)] string? App);
