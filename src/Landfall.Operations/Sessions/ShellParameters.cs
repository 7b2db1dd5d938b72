using System.ComponentModel;

namespace Landfall.Operations.Sessions;

/// <summary>Where a shell is wanted.</summary>
/// <param name="Service">The service or job.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Task">The task; null for the newest.</param>
/// <param name="Container">The container; null for the service's own.</param>
internal sealed record ShellParameters(
    [property: Description(SessionText.Service)] string Service,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description(SessionText.Task)] string? Task,
    [property: Description(SessionText.Container)] string? Container);
