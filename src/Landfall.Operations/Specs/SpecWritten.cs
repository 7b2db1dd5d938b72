namespace Landfall.Operations.Specs;

/// <summary>Files of specifications that were written.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Files">The files, from there.</param>
internal sealed record SpecWritten(string Folder, IReadOnlyList<string> Files);
