namespace Landfall.AIOps.Incidents;

/// <summary>Something that is, or is no longer, out of the ordinary at a node.</summary>
/// <param name="Time">When it was seen.</param>
/// <param name="Node">The node of the topology.</param>
/// <param name="Name">What it is about, for example <c>latency p99</c>; node and name together say that two are the same signal.</param>
/// <param name="Score">How unusual it is, in [0, 1]. 0 says that it is usual again.</param>
/// <param name="Text">The signal in words and numbers.</param>
public sealed record IncidentSignal(DateTimeOffset Time, string Node, string Name, double Score, string Text = "");
