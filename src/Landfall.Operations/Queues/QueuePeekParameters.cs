using System.ComponentModel;

namespace Landfall.Operations.Queues;

/// <summary>Which messages to look at.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Most">How many messages at most.</param>
/// <param name="Live">True for the queue itself, in place of its dead-letter queue.</param>
internal sealed record QueuePeekParameters(
    [property: Description("The queue's name in the file.")] string Queue,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("How many messages at most, 1 to 100; 10 by default."), DefaultValue(QueuePeekParameters.Few)] int Most,
    [property: Description("Look into the queue itself, in place of its dead-letter queue. SQS counts that as an attempt of each message.")] bool Live)
{
    /// <summary>How many are looked at where nobody says.</summary>
    public const int Few = 10;
}
