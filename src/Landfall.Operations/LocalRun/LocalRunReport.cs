namespace Landfall.Operations.LocalRun;

/// <summary>What runs on this machine.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Containers">The containers, each after those that it needs.</param>
/// <param name="Left">What of the file does not run here, with the reason.</param>
/// <param name="Steps">What becomes of them; it begins with the first, and ends when all have ended or it is stopped.</param>
internal sealed record LocalRunReport(
    string App,
    string Environment,
    IReadOnlyList<LocalContainer> Containers,
    IReadOnlyDictionary<string, string> Left,
    IAsyncEnumerable<LocalRunStep> Steps);
