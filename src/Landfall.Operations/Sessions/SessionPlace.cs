namespace Landfall.Operations.Sessions;

/// <summary>Where a session is wanted.</summary>
/// <param name="Service">The service or job.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Task">The task; null for the newest.</param>
/// <param name="Container">The container; null for the service's own.</param>
internal sealed record SessionPlace(string Service, string Folder, string? Environment, bool Local, string? Task, string? Container);
