using System.Globalization;
using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;
using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;
using Landfall.Operator.Incidents;
using Landfall.Operator.Signals;

namespace Landfall.Operator.Loop;

/// <summary>The incidents of one step while it is at work on them: it keeps the notes beside the tracker, and writes down what happened.</summary>
internal sealed class IncidentDesk
{
    private readonly OperatorState _before;
    private readonly OperatorOptions _options;
    private readonly IncidentTracker _tracker;
    private readonly Dictionary<long, CaseNotes> _notes;
    private readonly Dictionary<long, IncidentUpdateKind> _told = [];
    private readonly List<CaseFile> _merged = [];
    private readonly List<OperatorEvent> _events = [];

    public IncidentDesk(OperatorState state, TopologyGraph graph, OperatorOptions options)
    {
        _before = state;
        _options = options;
        _tracker = new IncidentTracker(state.Tracker, graph, options.Tracking);
        _notes = state.Notes.ToDictionary(notes => notes.Id);
    }

    /// <summary>The incidents that are not over, oldest first.</summary>
    public IReadOnlyList<CaseFile> Live => [.. _tracker.Live.Select(FileOf)];

    /// <summary>Takes in a change.</summary>
    public void Take(ChangeEvent change) => Gather(() => _tracker.Observe(change), change.Time);

    /// <summary>Takes in a signal.</summary>
    public void Take(IncidentSignal signal) => Gather(() => _tracker.Observe(signal), signal.Time);

    /// <summary>Lets time pass.</summary>
    public void Pass(DateTimeOffset now) => Gather(() => _tracker.Advance(now), now);

    /// <summary>Takes in an acknowledgement, again and again, as the store tells it.</summary>
    public void Acknowledge(Acknowledgement given, DateTimeOffset now)
    {
        if (_tracker.Live.FirstOrDefault(incident => incident.Id == given.Incident) is not { } incident)
            return;
        var after = FileOf(incident).With(given);
        if (after.Notes == FileOf(incident).Notes)
            return;
        _notes[given.Incident] = after.Notes;
        Tell(now, OperatorEventKind.Acknowledged, given.Incident, $"{given.By} has taken it on{(given.Note.Length > 0 ? $": {given.Note}" : "")}");
    }

    /// <summary>Keeps with each incident what happened to its nodes and to what they depend on, and what was not read.</summary>
    public void Note(Observation seen)
    {
        var gaps = seen.Readings.SelectMany(reading => reading.Gaps).ToList();
        foreach (var id in _tracker.Live.Select(incident => incident.Id))
            _notes[id] = Of(id) with { Gaps = [.. Of(id).Gaps.Union(gaps)] };
    }

    /// <summary>Takes in what the search for an incident's cause gave.</summary>
    public void Explain(CaseNotes found, DateTimeOffset now)
    {
        var before = Of(found.Id).Report;
        _notes[found.Id] = found;
        if (found.Report is { } report && !Same(before, report))
            Gather(() => _tracker.Observe(now, found.Id, report), now);
    }

    /// <summary>Ends the step.</summary>
    public OperatorStep Close(Observation seen, IReadOnlyList<RaisedSignal> raised, IReadOnlyList<ChangeEvent> changes)
    {
        var tracked = _tracker.Save();
        var state = new OperatorState(tracked, [.. tracked.Incidents.OrderBy(i => i.Id).Select(i => Of(i.Id))], raised, changes, [.. seen.Readings.SelectMany(reading => reading.Gaps).Distinct()]);
        var files = state.Cases();
        foreach (var file in files)
            Tell(file, seen.At);
        TellGaps(state.Gaps, seen.At);
        return new OperatorStep(state, [.. files, .. _merged], _events);
    }

    private CaseNotes Of(long id) => _notes.GetValueOrDefault(id) ?? new CaseNotes(id);

    private CaseFile FileOf(Incident incident) => new(incident, Of(incident.Id));

    /// <summary>Whether two searches come to the same, so that it need not be told again.</summary>
    private static bool Same(RootCauseReport? before, RootCauseReport after) =>
        before is not null && before.Verdict == after.Verdict
        && before.Candidates.FirstOrDefault()?.Node == after.Candidates.FirstOrDefault()?.Node
        && before.Candidates.FirstOrDefault()?.Kind == after.Candidates.FirstOrDefault()?.Kind;

    /// <summary>Lets the tracker work, and sees what became of its incidents.</summary>
    private void Gather(Func<IReadOnlyList<IncidentUpdate>> work, DateTimeOffset at)
    {
        var before = _tracker.Live;
        foreach (var update in work())
        {
            var id = update.Incident.Id;
            if (update.Kind == IncidentUpdateKind.CauseChanged)
                continue; // told by what the cause is in the end
            if (update.Kind == IncidentUpdateKind.Reopened)
                _notes[id] = Of(id) with { Acknowledged = null, Back = at };
            if (update.Kind == IncidentUpdateKind.Absorbed)
                Merge(before, id, at);

            // An incident that was opened in this step is told once, with all that joined it since.
            if (_told.GetValueOrDefault(id, IncidentUpdateKind.Grown) is not (IncidentUpdateKind.Opened or IncidentUpdateKind.Reopened) || update.Kind == IncidentUpdateKind.Resolved)
                _told[id] = update.Kind;
        }
    }

    private void Merge(IReadOnlyList<Incident> before, long into, DateTimeOffset at)
    {
        var live = _tracker.Live.Select(incident => incident.Id).ToHashSet();
        foreach (var gone in before.Where(incident => !live.Contains(incident.Id)))
        {
            var notes = Of(gone.Id) with { PartOf = into };
            _merged.Add(new CaseFile(gone, notes));
            _notes.Remove(gone.Id);
            _told.Remove(gone.Id);
            _notes[into] = Of(into) with
            {
                Acknowledged = Of(into).Acknowledged ?? notes.Acknowledged,
                Symptoms = [.. Of(into).Symptoms.Union(notes.Symptoms).Take(_options.MostSymptoms)],
                Gaps = [.. Of(into).Gaps.Union(notes.Gaps)],
            };
            Tell(at, OperatorEventKind.Merged, gone.Id, string.Create(CultureInfo.InvariantCulture, $"is part of incident {into}"));
        }
    }

    private void Tell(CaseFile file, DateTimeOffset at)
    {
        var (incident, id) = (file.Incident, file.Incident.Id);
        var earlier = _before.Tracker.Incidents.FirstOrDefault(one => one.Id == id);
        if (_told.TryGetValue(id, out var kind))
        {
            if (OperatorEventText.Of(kind, file, earlier) is var (told, text))
                Tell(at, told, id, text);
        }

        if (file.IsLive && incident.Cause is { } cause && (cause.Analyzed || cause.Kind == CauseKind.Change) && cause != earlier?.Cause)
            Tell(at, OperatorEventKind.CauseFound, id, OperatorEventText.Of(cause));
        if (incident.Status == IncidentStatus.Recovering && earlier?.Status == IncidentStatus.Open)
            Tell(at, OperatorEventKind.Recovering, id, $"nothing is wrong any more; it is over when that lasts {OperatorEventText.Span(_options.ResolveAfter)}");
    }

    private void TellGaps(IReadOnlyList<Gap> gaps, DateTimeOffset at)
    {
        foreach (var gap in gaps.Where(gap => !_before.Gaps.Any(known => known.What == gap.What)))
            Tell(at, OperatorEventKind.GapBegan, null, gap.ToString());
        foreach (var gap in _before.Gaps.Where(known => !gaps.Any(gap => known.What == gap.What)))
            Tell(at, OperatorEventKind.GapEnded, null, $"read again: {gap.What}");
    }

    private void Tell(DateTimeOffset at, OperatorEventKind kind, long? incident, string text) => _events.Add(new OperatorEvent(at, kind, incident, text));
}
