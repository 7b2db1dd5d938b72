namespace Landfall.AIOps.Changes;

/// <summary>A change or an event as a signal: when, where, what.</summary>
/// <param name="Time">When it began to take effect.</param>
/// <param name="Node">The node of the topology that it touched.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Summary">One line for people, for example <c>image api:1.4.2 → api:1.5.0</c>.</param>
/// <param name="Source">Who said so, for example <c>kubernetes</c> or <c>aws.ecs</c>.</param>
public sealed record ChangeEvent(DateTimeOffset Time, string Node, ChangeKind Kind, string Summary, string Source = "");
