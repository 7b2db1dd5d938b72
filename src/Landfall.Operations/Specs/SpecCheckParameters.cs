using System.ComponentModel;

namespace Landfall.Operations.Specs;

/// <summary>Which specifications to check, and against what.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Feature">The only feature, or null for all.</param>
/// <param name="Running">True to ask the running system, too.</param>
/// <param name="Url">The address of the running system, or null for the services' own.</param>
internal sealed record SpecCheckParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description("The only feature; all of the project's by default.")] string? Feature,
    [property: Description("Ask the running system, too, where a check says so."), Traits(ParameterTraits.Writes)] bool Running,
    [property: Description("The address of the running system, with '--running'; the services' own by default.")] string? Url);
