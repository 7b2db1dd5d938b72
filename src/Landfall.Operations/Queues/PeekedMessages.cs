namespace Landfall.Operations.Queues;

/// <summary>What is in a queue.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Queue">The queue, as the file calls it.</param>
/// <param name="Live">True for the queue itself, false for its dead-letter queue.</param>
/// <param name="Waiting">How many messages it has, about.</param>
/// <param name="Messages">Some of them.</param>
internal sealed record PeekedMessages(string App, string Environment, string Queue, bool Live, int Waiting, IReadOnlyList<PeekedMessage> Messages);
