namespace Landfall.AIOps.Incidents;

/// <summary>One line of an incident's timeline.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Node">Where, or empty.</param>
/// <param name="Text">What happened.</param>
public sealed record TimelineEntry(DateTimeOffset Time, string Node, string Text);
