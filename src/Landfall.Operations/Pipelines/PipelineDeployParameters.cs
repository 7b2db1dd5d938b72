using System.ComponentModel;

namespace Landfall.Operations.Pipelines;

/// <summary>Which pipeline to deploy.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Pipeline">The pipeline, or null for the only one.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Change">A file with the change that was approved; null for whatever there is to do.</param>
internal sealed record PipelineDeployParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(PipelineLoader.Which)] string? Pipeline,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Apply exactly the change in this file, which 'pipeline diff --output' wrote, or refuse."), Traits(ParameterTraits.Path)] string? Change);
