namespace Landfall.Aws.Messages;

/// <summary>How many messages a queue has, about.</summary>
/// <param name="Waiting">Messages that can be received.</param>
/// <param name="InFlight">Messages that somebody has received and not yet deleted.</param>
/// <param name="Delayed">Messages that cannot be received yet.</param>
public sealed record QueueDepth(int Waiting, int InFlight, int Delayed);
