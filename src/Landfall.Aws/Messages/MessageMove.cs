namespace Landfall.Aws.Messages;

/// <summary>A move of messages out of a dead-letter queue.</summary>
/// <param name="State"><c>RUNNING</c>, <c>COMPLETED</c>, <c>CANCELLING</c>, <c>CANCELLED</c> or <c>FAILED</c>.</param>
/// <param name="Moved">How many messages it has moved, about.</param>
/// <param name="Failure">Why it has failed; null when it has not.</param>
public sealed record MessageMove(string State, long Moved, string? Failure)
{
    /// <summary>True when nothing more is moved.</summary>
    public bool Ended => State is not ("RUNNING" or "CANCELLING");
}
