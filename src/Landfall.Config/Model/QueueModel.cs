using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>An SQS queue.</summary>
internal sealed record QueueModel : Section
{
    [Key("First in, first out, with deduplication by content.", Default = "false")]
    public bool? Fifo { get; init; }

    [Key("How long a received message stays hidden; longer than its processing takes.", Shortest = "0s", Longest = "12h", Default = "30s")]
    public TimeSpan? Visibility { get; init; }

    [Key("How often a message is received before it goes to the dead-letter queue.", Min = 1, Max = 1000, Default = "5")]
    public int? Retries { get; init; }

    [Key("How long messages are kept.", Shortest = "1m", Longest = "14d", Default = "4d")]
    public TimeSpan? Retention { get; init; }

    [Key("How long new messages stay hidden.", Shortest = "0s", Longest = "15m", Default = "0s")]
    public TimeSpan? Delay { get; init; }
}
