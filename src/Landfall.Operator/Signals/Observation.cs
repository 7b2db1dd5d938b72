namespace Landfall.Operator.Signals;

/// <summary>What all sources say at one moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Readings">What each says, one for each source.</param>
/// <param name="Acknowledged">Every acknowledgement that people have given so far.</param>
internal sealed record Observation(DateTimeOffset At, IReadOnlyList<SourceReading> Readings, IReadOnlyList<Incidents.Acknowledgement> Acknowledged);
