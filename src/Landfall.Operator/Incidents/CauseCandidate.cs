using Landfall.AIOps.RootCause;

namespace Landfall.Operator.Incidents;

/// <summary>A possible cause.</summary>
/// <param name="Node">Where it would be.</param>
/// <param name="Kind">What would be wrong there.</param>
/// <param name="Confidence">Share of belief, 0 to 1; those of one incident add up to at most 1.</param>
/// <param name="For">What speaks for it.</param>
/// <param name="Against">What speaks against it.</param>
internal sealed record CauseCandidate(string Node, CauseKind Kind, double Confidence, IReadOnlyList<string> For, IReadOnlyList<string> Against)
{
    // The analyzer writes evidence of both kinds in one list, and begins that against a candidate so.
    private const string Mark = "against it: ";

    /// <summary>Parts what speaks for a candidate from what speaks against it.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <returns>The same with two lists.</returns>
    public static CauseCandidate Of(RootCauseCandidate candidate) => new(
        candidate.Node,
        candidate.Kind,
        Math.Round(candidate.Confidence, 2),
        [.. candidate.Evidence.Where(one => !one.Text.StartsWith(Mark, StringComparison.Ordinal)).Select(one => one.Text)],
        [.. candidate.Evidence.Where(one => one.Text.StartsWith(Mark, StringComparison.Ordinal)).Select(one => one.Text[Mark.Length..])]);
}
