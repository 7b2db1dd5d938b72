using System.ComponentModel;

namespace Landfall.Operations.Changes;

/// <summary>What to compare.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Only">The stacks to compare; none for all.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Against">A commit to compare with; null for what runs.</param>
/// <param name="Output">A file that the change is also written to, or null.</param>
internal sealed record DiffParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("The environment; the first in the file by default.")] string? Environment,
    [property: Description("Compare only these stacks, named as 'deploy --only' names them.")] IReadOnlyList<string> Only,
    [property: Description("Use the local AWS on this machine.")] bool Local,
    [property: Description("Compare with a commit, a branch or a tag in place of what runs; needs no credentials.")] string? Against,
    [property: Description("Also write the change to this file, to be approved and applied with 'deploy --change'."), Traits(ParameterTraits.Path | ParameterTraits.Writes)] string? Output)
{
    /// <summary>Folders with the images; none where they are not built yet.</summary>
    [Description("The folders with the images, which 'build images' wrote: the change has their digests."), Traits(ParameterTraits.Path)]
    public IReadOnlyList<string> Images { get; init; } = [];
}
