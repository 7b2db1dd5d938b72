using System.ComponentModel;

namespace Landfall.Operations.Releases;

/// <summary>What to roll back, and to what.</summary>
/// <param name="Service">The service.</param>
/// <param name="To">The release or image; null for the image before the one that runs.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="App">The application, where there is no file.</param>
/// <param name="DryRun">True to show what would be done, and do nothing.</param>
internal sealed record RollbackParameters(
    [property: Description(ReleaseGround.ServiceText)] string Service,
    [property: Description("A release's number, as 'landfall releases' lists it, or an image: a tag, or a digest (sha256:…). By default the image before the last release.")] string? To,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description(ReleaseGround.AppText)] string? App,
    [property: Description("Show what would be done, and do nothing.")] bool DryRun);
