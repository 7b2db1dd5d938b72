using System.ComponentModel;

namespace Landfall.Operations.Asking;

/// <summary>What somebody wants to know.</summary>
/// <param name="Question">The question.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
internal sealed record AskParameters(
    [property: Description("The question, in English or Chinese.")] string Question,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local);
