namespace Landfall.Operations.Tuning;

/// <summary>A change of the file by measurements.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment that was measured.</param>
/// <param name="File">The file's name.</param>
/// <param name="Services">The services, by name.</param>
/// <param name="Difference">The change of the file, as a unified diff; empty for none.</param>
/// <param name="Written">True where the file was written.</param>
internal sealed record TuneReport(string App, string Environment, string File, IReadOnlyList<TunedService> Services, string Difference, bool Written);
