namespace Landfall.Hooks.Runtime;

/// <summary>AWS did not do what it was asked.</summary>
/// <param name="message">Why.</param>
internal sealed class AwsRefusedException(string message) : Exception(message)
{
    /// <summary>The HTTP status of the answer, or 0.</summary>
    public int Status { get; init; }

    /// <summary>The answer's body.</summary>
    public byte[] Body { get; init; } = [];
}
