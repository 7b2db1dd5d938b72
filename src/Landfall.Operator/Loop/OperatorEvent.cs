namespace Landfall.Operator.Loop;

/// <summary>Something that people may want to hear of.</summary>
/// <param name="At">When the operator saw it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Incident">The incident's number; null for what is of none.</param>
/// <param name="Text">The same for people, in one line.</param>
internal sealed record OperatorEvent(DateTimeOffset At, OperatorEventKind Kind, long? Incident, string Text);
