namespace Landfall.Operations.Resizing;

/// <summary>Another size of a service or database, in the file.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Name">The service or database, as the file calls it.</param>
/// <param name="File">The file's name.</param>
/// <param name="Keys">The keys that were given.</param>
/// <param name="Difference">The change of the file, as a unified diff; empty where it says so already.</param>
/// <param name="Written">True where the file was written.</param>
internal sealed record ResizeReport(string App, string Environment, string Name, string File, IReadOnlyList<ResizedKey> Keys, string Difference, bool Written);
