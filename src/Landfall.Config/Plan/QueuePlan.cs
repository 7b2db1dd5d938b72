namespace Landfall.Config.Plan;

/// <summary>An SQS queue with its dead-letter queue.</summary>
public sealed record QueuePlan
{
    /// <summary>Its name in AWS, and in the rest of the plan: the one under which it was first deployed.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the file today, for people; not <see cref="Name"/> where <c>was</c> says that it was renamed.</summary>
    public required string Title { get; init; }

    /// <summary>True for first-in-first-out with content-based deduplication.</summary>
    public required bool Fifo { get; init; }

    /// <summary>How long a received message stays hidden, up to 12 hours.</summary>
    public required TimeSpan Visibility { get; init; }

    /// <summary>How often a message is received before it goes to the dead-letter queue, 1 to 1000.</summary>
    public required int Retries { get; init; }

    /// <summary>How long messages are kept, 1 minute to 14 days.</summary>
    public required TimeSpan Retention { get; init; }

    /// <summary>How long new messages stay hidden, up to 15 minutes.</summary>
    public required TimeSpan Delay { get; init; }
}
