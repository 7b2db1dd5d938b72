namespace Landfall.Operations.OneOff;

/// <summary>A command that runs.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Service">The service, as the file calls it.</param>
/// <param name="Steps">What becomes of it: that it has started, what it writes, how it has ended. It starts with the first.</param>
internal sealed record RunReport(string App, string Environment, string Service, IAsyncEnumerable<RunStep> Steps);
