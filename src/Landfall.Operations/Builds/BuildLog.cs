using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds;

/// <summary>A build's log, cut at the step that failed.</summary>
/// <param name="Before">What the steps before it said, which did no harm.</param>
/// <param name="Failed">What the step said that failed; all there is where the log has no steps.</param>
/// <param name="Step">The command that failed; null where the log does not say.</param>
/// <param name="ExitCode">How it ended; null where the log does not say.</param>
/// <param name="Succeeded">True when the log tells of steps, all of which succeeded.</param>
internal sealed record BuildLog(IReadOnlyList<BuildLine> Before, IReadOnlyList<BuildLine> Failed, string? Step, int? ExitCode, bool Succeeded)
{
    // The first error is the one to mend; a few more show whether it is one or many.
    private const int Most = 3;

    /// <summary>Finds the first line of the failed step that a pattern is in.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>The match; an unsuccessful one where there is none.</returns>
    public Match Find(Regex pattern) => Failed.Select(line => pattern.Match(line.Text)).FirstOrDefault(match => match.Success) ?? Match.Empty;

    /// <summary>The first lines of the failed step that a pattern is in, each text once.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>Three lines at most.</returns>
    public IReadOnlyList<BuildLine> Lines(Regex pattern) =>
        [.. Failed.Where(line => pattern.IsMatch(line.Text)).DistinctBy(line => line.Text.Trim(), StringComparer.Ordinal).Take(Most)];

    /// <summary>The first line that a pattern is in, with those that follow it.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="count">How many lines there are at most.</param>
    /// <returns>The lines that are not empty.</returns>
    public IReadOnlyList<BuildLine> From(Regex pattern, int count) =>
        [.. Failed.SkipWhile(line => !pattern.IsMatch(line.Text)).Where(line => line.Text.Trim().Length > 0).Take(count)];
}
