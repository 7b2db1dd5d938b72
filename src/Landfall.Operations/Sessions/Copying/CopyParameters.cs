using System.ComponentModel;

namespace Landfall.Operations.Sessions.Copying;

/// <summary>A file to copy, and where to.</summary>
/// <param name="Source">The file.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Force">True to write over a file that is there.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Task">The task; null for the newest.</param>
/// <param name="Container">The container; null for the service's own.</param>
internal sealed record CopyParameters(
    [property: Description("The file: 'service:path' for one in a container, else a path on this machine.")] string Source,
    [property: Description("Where it goes, a file or a folder, as 'service:path' or a path on this machine.")] string Target,
    [property: Description("Write over a file that is there.")] bool Force,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description(SessionText.Task)] string? Task,
    [property: Description(SessionText.Container)] string? Container);
