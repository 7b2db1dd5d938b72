using System.ComponentModel;

namespace Landfall.Operations.Pipelines;

/// <summary>What to write.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Pipeline">The pipeline, or null for the only one.</param>
internal sealed record PipelineExportParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(PipelineLoader.Which)] string? Pipeline);
