namespace Landfall.Config;

/// <summary>A failure that is expected to happen in use: its message is for the user, and no stack trace is shown.</summary>
/// <param name="code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="message">What happened, the value, what is allowed, and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class LandfallException(string code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The stable code, for example <c>LF1001</c>.</summary>
    public string Code { get; } = code;

    /// <summary>What is known beyond the message, as data: a record that can be written as JSON, or null.</summary>
    public object? Details { get; init; }
}
