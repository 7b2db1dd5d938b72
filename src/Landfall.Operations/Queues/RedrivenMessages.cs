namespace Landfall.Operations.Queues;

/// <summary>Messages that were brought back.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Queue">The queue, as the file calls it.</param>
/// <param name="DryRun">True where nothing was done.</param>
/// <param name="Dead">How many the dead-letter queue had, about.</param>
/// <param name="Moved">How many were moved, about.</param>
internal sealed record RedrivenMessages(string App, string Environment, string Queue, bool DryRun, int Dead, long Moved);
