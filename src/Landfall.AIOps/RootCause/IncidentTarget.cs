namespace Landfall.AIOps.RootCause;

/// <summary>Where trouble was noticed.</summary>
/// <param name="Node">The node whose users suffer.</param>
/// <param name="Metric">What is wrong there, or null when unknown.</param>
public sealed record IncidentTarget(string Node, MetricKind? Metric = null);
