using Landfall.Operations.Logs;

namespace Landfall.Operations.LocalRun;

/// <summary>What becomes of the containers: one of the four is there.</summary>
/// <param name="Ready">A container is ready.</param>
/// <param name="Line">A line that one has written.</param>
/// <param name="Note">What was done, or has happened: a sentence.</param>
/// <param name="End">A container has ended by itself.</param>
internal sealed record LocalRunStep(LocalReady? Ready, LogEntry? Line, string? Note, LocalEnd? End)
{
    /// <summary>A sentence.</summary>
    /// <param name="text">The sentence.</param>
    public static LocalRunStep Of(string text) => new(null, null, text, null);
}
