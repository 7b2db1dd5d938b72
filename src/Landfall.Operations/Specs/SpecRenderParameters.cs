using System.ComponentModel;

namespace Landfall.Operations.Specs;

/// <summary>Which specifications to bring up to date.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Feature">The only feature, or null for all.</param>
internal sealed record SpecRenderParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("The only feature; all of the project's by default.")] string? Feature);
