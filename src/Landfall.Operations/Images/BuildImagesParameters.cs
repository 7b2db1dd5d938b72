using System.ComponentModel;
using Landfall.Config.Plan;

namespace Landfall.Operations.Images;

/// <summary>Which images.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Env">The environments; none for all.</param>
/// <param name="Architecture">The architecture, or null for all.</param>
/// <param name="From">The environment whose registry is asked for an earlier build, or null.</param>
/// <param name="Output">The folder that they go into.</param>
internal sealed record BuildImagesParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("The environments whose images are built; all of the file by default.")] IReadOnlyList<string> Env,
    [property: Description("Build only the images of this architecture.")] CpuArchitecture? Architecture,
    [property: Description("An environment: an image that its registry has from the same files is taken from there, and not built.")] string? From,
    [property: Description("The folder that the images go into, in the form of the OCI; those that are there stay."), Traits(ParameterTraits.Path)] string Output);
