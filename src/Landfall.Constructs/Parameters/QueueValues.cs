namespace Landfall.Constructs.Parameters;

/// <summary>What the data stack publishes of a queue.</summary>
/// <param name="name">The queue's name in the file.</param>
public sealed class QueueValues(string name)
{
    /// <summary>The queue's URL.</summary>
    public SharedValue Url => new($"queues/{name}/url", "Queue URL", Lasting: true);

    /// <summary>The URL of its dead-letter queue.</summary>
    public SharedValue DeadLetterUrl => new($"queues/{name}/dead-letter-url", "Dead-letter queue URL", Lasting: true);
}
