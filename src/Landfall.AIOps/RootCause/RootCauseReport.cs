namespace Landfall.AIOps.RootCause;

/// <summary>The result of a search for a cause.</summary>
/// <param name="Verdict">The answer as a whole.</param>
/// <param name="Onset">When trouble began, as given or as found; null when it could not be found.</param>
/// <param name="Candidates">The possible causes, the most likely first; empty unless a cause was found.</param>
/// <param name="Summary">The answer in one or two sentences.</param>
public sealed record RootCauseReport(
    RootCauseVerdict Verdict,
    DateTimeOffset? Onset,
    IReadOnlyList<RootCauseCandidate> Candidates,
    string Summary);
