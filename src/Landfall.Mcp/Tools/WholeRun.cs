using Landfall.Operations.OneOff;

namespace Landfall.Mcp.Tools;

/// <summary>A command that has run, or was left to itself.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Service">The service, as the file calls it.</param>
/// <param name="Steps">What became of it: that it has started, what it wrote, how it has ended.</param>
/// <param name="Cut">True where it has written more before.</param>
internal sealed record WholeRun(string App, string Environment, string Service, IReadOnlyList<RunStep> Steps, bool Cut);
