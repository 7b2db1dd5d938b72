using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>An SQS queue.</summary>
internal sealed record QueueModel : RenamableModel
{
    [Key("First in, first out, with deduplication by content.")]
    public bool Fifo { get; init; }

    [Key("How long a received message stays hidden; longer than its processing takes.", Shortest = "0s", Longest = "12h")]
    public TimeSpan Visibility { get; init; } = TimeSpan.FromSeconds(30);

    [Key("How often a message is received before it goes to the dead-letter queue.", Min = 1, Max = 1000)]
    public int Retries { get; init; } = 5;

    [Key("How long messages are kept.", Shortest = "1m", Longest = "14d")]
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(4);

    [Key("How long new messages stay hidden.", Shortest = "0s", Longest = "15m")]
    public TimeSpan Delay { get; init; } = TimeSpan.Zero;
}
