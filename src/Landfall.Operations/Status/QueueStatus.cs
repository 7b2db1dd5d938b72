namespace Landfall.Operations.Status;

/// <summary>How full a queue is, about: SQS counts so.</summary>
/// <param name="Queue">Its name in the file.</param>
/// <param name="Waiting">Messages that wait; null where there is no such queue.</param>
/// <param name="InFlight">Messages that are being worked on.</param>
/// <param name="Dead">Messages that nobody could work on, in its dead-letter queue; null where there is none.</param>
internal sealed record QueueStatus(string Queue, int? Waiting, int? InFlight, int? Dead);
