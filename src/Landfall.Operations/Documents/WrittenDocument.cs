namespace Landfall.Operations.Documents;

/// <summary>The architecture document of an environment.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Folder">The folder that it is in.</param>
/// <param name="Files">Its files.</param>
internal sealed record WrittenDocument(string App, string Environment, string Folder, IReadOnlyList<DocumentFile> Files);
