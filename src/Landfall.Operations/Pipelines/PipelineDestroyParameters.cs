using System.ComponentModel;

namespace Landfall.Operations.Pipelines;

/// <summary>Which pipeline to take down.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Pipeline">The pipeline, or null for the only one.</param>
/// <param name="Local">True for the local AWS.</param>
internal sealed record PipelineDestroyParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(PipelineLoader.Which)] string? Pipeline,
    [property: Description(ParameterText.Local)] bool Local);
