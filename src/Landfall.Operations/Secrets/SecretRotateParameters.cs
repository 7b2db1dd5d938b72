using System.ComponentModel;

namespace Landfall.Operations.Secrets;

/// <summary>Which secret gets another value.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Name">The secret.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
internal sealed record SecretRotateParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("The secret's name in the file; its value has to be generated.")] string? Name,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local);
