namespace Landfall.AIOps.Incidents;

/// <summary>One thing to do, the most promising first in a list.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Node">To which node.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record SuggestedAction(SuggestedActionKind Kind, string Node, string Reason);
