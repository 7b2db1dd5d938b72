namespace Landfall.AIOps.RootCause;

/// <summary>A node that may be the cause.</summary>
/// <param name="Node">The node.</param>
/// <param name="Score">The figure that candidates are ranked by; comparable within one report.</param>
/// <param name="Confidence">Share of belief in (0, 1); those of one report add up to at most 1.</param>
/// <param name="Kind">What is likely wrong there.</param>
/// <param name="Evidence">The reasons, the strongest first.</param>
public sealed record RootCauseCandidate(
    string Node,
    double Score,
    double Confidence,
    CauseKind Kind,
    IReadOnlyList<Evidence> Evidence);
