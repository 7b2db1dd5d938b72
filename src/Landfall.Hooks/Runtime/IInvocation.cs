namespace Landfall.Hooks.Runtime;

/// <summary>What the function does when it is called.</summary>
internal interface IInvocation
{
    /// <summary>Answers one call.</summary>
    /// <param name="payload">What it is called with, as JSON.</param>
    /// <param name="log">Gets lines of the log.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The answer, as JSON.</returns>
    Task<byte[]> AnswerAsync(ReadOnlyMemory<byte> payload, TextWriter log, CancellationToken stop);
}
