using Landfall.AIOps.RootCause;

namespace Landfall.AIOps.Incidents;

/// <summary>The cause that is suspected now.</summary>
/// <param name="Node">The node.</param>
/// <param name="Kind">What is likely wrong there.</param>
/// <param name="Confidence">Share of belief in (0, 1]; what the root-cause search said, or a rough guess before it.</param>
/// <param name="Text">Why.</param>
/// <param name="Analyzed">Whether a root-cause search said so, rather than the order of events.</param>
public sealed record SuspectedCause(string Node, CauseKind Kind, double Confidence, string Text, bool Analyzed);
