using System.ComponentModel;

namespace Landfall.Operations.Explaining;

/// <summary>Which service to explain.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Service">The service.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
internal sealed record ExplainParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("The service's name in the file.")] string Service,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local);
