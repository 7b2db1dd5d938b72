using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>The kernel has ended a program (exit code 128 + 9), or a program has reached its own limit.</summary>
internal sealed partial class OutOfMemory : IFailureRule
{
    private const int Killed = 137;

    /// <inheritdoc />
    public string Id => "out-of-memory";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log)
    {
        if (log.Find(Heap()) is { Success: true })
        {
            return new BuildFailure(
                log.Lines(Heap()),
                "A program reached the limit of its own memory.",
                "Raise that limit (Node: NODE_OPTIONS=--max-old-space-size=4096, Java: -Xmx), and where the machine has no more, take a larger one; or do less at once.");
        }

        return log.ExitCode == Killed || log.Find(Kill()).Success
            ? new BuildFailure(log.Lines(Kill()), "The machine ran out of memory, and a program was killed.", "Take a larger machine for the build, or do less at once: fewer parallel tests, fewer workers of the compiler.")
            : null;
    }

    [GeneratedRegex(@"JavaScript heap out of memory|java\.lang\.OutOfMemoryError|System\.OutOfMemoryException|MemoryError$")]
    private static partial Regex Heap();

    [GeneratedRegex(@"exit (?:code|status):? 137\b|exited with code 137\b|non-zero code: 137\b|signal: killed|ResourceExhausted: .*cannot allocate memory|Cannot allocate memory|\boom-kill|^Killed$")]
    private static partial Regex Kill();
}
