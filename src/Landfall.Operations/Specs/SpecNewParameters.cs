using System.ComponentModel;

namespace Landfall.Operations.Specs;

/// <summary>Which specification to begin.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
internal sealed record SpecNewParameters(
    [property: Description("The feature: lower-case letters, digits and dashes.")] string Feature,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment);
