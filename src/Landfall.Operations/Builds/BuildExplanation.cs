namespace Landfall.Operations.Builds;

/// <summary>A failed build, explained.</summary>
/// <param name="Step">The command that failed; null where the log does not say.</param>
/// <param name="ExitCode">How it ended; null where the log does not say.</param>
/// <param name="Rule">The rule that knows this failure; null where the lines are a guess.</param>
/// <param name="Errors">The lines of the log that say what went wrong, the first error first.</param>
/// <param name="Cause">The likely cause.</param>
/// <param name="Next">What to do about it.</param>
internal sealed record BuildExplanation(string? Step, int? ExitCode, string? Rule, IReadOnlyList<BuildLine> Errors, string Cause, string Next);
