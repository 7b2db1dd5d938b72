using Landfall.AIOps.Changes;

namespace Landfall.AIOps.Incidents;

/// <summary>One incident as it stands: related signals, how bad, how far, what may have caused it and what to do.</summary>
/// <param name="Id">Its number; never reused.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Started">When its first signal was raised.</param>
/// <param name="Quiet">Since when all its signals are over, or null.</param>
/// <param name="Ended">When it was resolved, or null.</param>
/// <param name="Reopened">How often it came back after it was resolved.</param>
/// <param name="Alarms">Its signals, in the order in which they joined.</param>
/// <param name="Radius">How far it reaches.</param>
/// <param name="Changes">Changes that were made shortly before, on affected nodes or what they depend on, latest first.</param>
/// <param name="Cause">The suspected cause, or null.</param>
/// <param name="Actions">What to do, the most promising first.</param>
/// <param name="Timeline">What happened, in the order of time.</param>
public sealed record Incident(
    long Id,
    IncidentStatus Status,
    IncidentSeverity Severity,
    DateTimeOffset Started,
    DateTimeOffset? Quiet,
    DateTimeOffset? Ended,
    int Reopened,
    IReadOnlyList<Alarm> Alarms,
    BlastRadius Radius,
    IReadOnlyList<ChangeEvent> Changes,
    SuspectedCause? Cause,
    IReadOnlyList<SuggestedAction> Actions,
    IReadOnlyList<TimelineEntry> Timeline)
{
    internal bool Has(IncidentSignal signal) => Alarms.Any(a => a.Is(signal.Node, signal.Name));

    internal bool Live => Status is IncidentStatus.Open or IncidentStatus.Recovering;
}
