using System.ComponentModel;

namespace Landfall.Operations.Pipelines;

/// <summary>Which pipeline to compare.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Pipeline">The pipeline, or null for the only one.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Output">A file that the change is also written to, or null.</param>
internal sealed record PipelineDiffParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(PipelineLoader.Which)] string? Pipeline,
    [property: Description("Use the local AWS on this machine.")] bool Local,
    [property: Description("Also write the change to this file, to be approved and applied with 'pipeline deploy --change'."), Traits(ParameterTraits.Path | ParameterTraits.Writes)] string? Output);
