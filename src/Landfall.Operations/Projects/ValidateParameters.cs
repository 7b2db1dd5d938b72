using System.ComponentModel;

namespace Landfall.Operations.Projects;

/// <summary>Which file to check.</summary>
/// <param name="Folder">The project's folder.</param>
internal sealed record ValidateParameters(
    [property: Description(ParameterText.Folder)] string Folder);
