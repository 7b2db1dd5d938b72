namespace Landfall.Operations.Restoring;

/// <summary>A copy that was deleted.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Name">The name in the file of what it was restored from.</param>
/// <param name="Kind"><c>database</c> or <c>table</c>.</param>
/// <param name="Copy">The copy, as it was before.</param>
/// <param name="DryRun">True when nothing was done.</param>
internal sealed record DataDiscarded(string App, string Environment, string Name, string Kind, RestoredCopy Copy, bool DryRun);
