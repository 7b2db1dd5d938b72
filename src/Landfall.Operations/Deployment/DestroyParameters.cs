using System.ComponentModel;

namespace Landfall.Operations.Deployment;

/// <summary>What to take down.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Unprotect">True to delete the stacks of a protected environment too.</param>
internal sealed record DestroyParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Delete the stacks of a protected environment too. The data that 'protect' keeps still stays.")] bool Unprotect);
