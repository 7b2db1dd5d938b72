namespace Landfall.Operations.Init;

/// <summary>A project that was begun.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Files">The files that were written, relative to the folder.</param>
internal sealed record NewProject(string Folder, IReadOnlyList<string> Files);
