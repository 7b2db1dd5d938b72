namespace Landfall.Operations.History;

/// <summary>What was done to an environment.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Since">From when on.</param>
/// <param name="Entries">What was done, the last first.</param>
internal sealed record EnvironmentHistory(string App, string Environment, DateTimeOffset Since, IReadOnlyList<HistoryEntry> Entries);
