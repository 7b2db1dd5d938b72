using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;
using Landfall.Operator.Incidents;
using Landfall.Operator.Signals;

namespace Landfall.Operator.Loop;

/// <summary>All that the loop knows: what is saved at each tick, and goes on after a restart.</summary>
/// <param name="Tracker">The incidents and the signals that may become some.</param>
/// <param name="Notes">What was found out about the incidents that the tracker has, in order of their numbers.</param>
/// <param name="Raised">The signals that stand.</param>
/// <param name="Changes">The changes that have been taken in, as long as they may be told again.</param>
/// <param name="Gaps">What could not be read at the last tick.</param>
internal sealed record OperatorState(
    IncidentTrackerState Tracker,
    IReadOnlyList<CaseNotes> Notes,
    IReadOnlyList<RaisedSignal> Raised,
    IReadOnlyList<ChangeEvent> Changes,
    IReadOnlyList<Gap> Gaps)
{
    /// <summary>That of an operator that has not looked yet.</summary>
    public static OperatorState Empty { get; } = new(new IncidentTrackerState(DateTimeOffset.MinValue, 1, [], [], []), [], [], [], []);

    /// <summary>The incidents with what was found out about them, in order of their numbers.</summary>
    /// <returns>The files.</returns>
    public IReadOnlyList<CaseFile> Cases() =>
        [.. Tracker.Incidents.OrderBy(incident => incident.Id).Select(incident => new CaseFile(incident, NotesOf(incident.Id)))];

    /// <summary>What was found out about an incident.</summary>
    /// <param name="id">Its number.</param>
    /// <returns>The notes; empty ones where nothing was.</returns>
    public CaseNotes NotesOf(long id) => Notes.FirstOrDefault(notes => notes.Id == id) ?? new CaseNotes(id);
}
