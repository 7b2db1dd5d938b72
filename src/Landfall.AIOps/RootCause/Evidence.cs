namespace Landfall.AIOps.RootCause;

/// <summary>One reason for (or against) a candidate.</summary>
/// <param name="Node">The node at which it was seen.</param>
/// <param name="Kind">What it points to.</param>
/// <param name="Text">The reason in words and numbers.</param>
/// <param name="Strength">How far outside the normal it is, in the size of normal deviations; 0 for reasons that are not measured.</param>
/// <param name="Since">When it was first seen, where known.</param>
public sealed record Evidence(string Node, CauseKind Kind, string Text, double Strength, DateTimeOffset? Since = null);
