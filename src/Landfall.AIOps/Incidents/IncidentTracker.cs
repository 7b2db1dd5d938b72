using Landfall.AIOps.Changes;
using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;

namespace Landfall.AIOps.Incidents;

/// <summary>
/// Makes incidents of signals: a state machine without a clock. Signals that are near in time and topology are one
/// incident; repeats are counted, signals that come and go are held, and an incident ends when all its signals have been
/// over for a while. The same input gives the same incidents. Not thread-safe.
/// </summary>
public sealed class IncidentTracker
{
    private readonly IncidentOptions _options;
    private readonly TopologyGraph _graph;
    private readonly IncidentView _view;
    private readonly List<Incident> _incidents = [];
    private readonly List<Alarm> _loose = [];
    private readonly List<ChangeEvent> _changes = [];
    private DateTimeOffset _now = DateTimeOffset.MinValue;
    private long _nextId = 1;

    /// <summary>Starts with no incident.</summary>
    /// <param name="graph">The topology; with an empty one signals of one node only are related.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public IncidentTracker(TopologyGraph graph, IncidentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        _options = options ?? new IncidentOptions();
        _options.Validate();
        _graph = graph;
        _view = new IncidentView(_options, graph);
    }

    /// <summary>Goes on where <see cref="Save"/> stopped, perhaps with a newer topology.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public IncidentTracker(IncidentTrackerState state, TopologyGraph graph, IncidentOptions? options = null)
        : this(graph, options)
    {
        ArgumentNullException.ThrowIfNull(state);
        _now = state.Now;
        _nextId = state.NextId;
        _incidents.AddRange(state.Incidents);
        _loose.AddRange(state.Loose);
        _changes.AddRange(state.Changes);
    }

    /// <summary>The incidents that are not over, oldest first.</summary>
    public IReadOnlyList<Incident> Live => [.. _incidents.Where(i => i.Live)];

    /// <summary>Takes in one signal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The score is not in [0, 1].</exception>
    public IReadOnlyList<IncidentUpdate> Observe(IncidentSignal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (!(signal.Score >= 0 && signal.Score <= 1))
            throw new ArgumentOutOfRangeException(nameof(signal), signal.Score, $"signal '{signal.Name}' of '{signal.Node}': the score must be in [0, 1].");
        var updates = new List<IncidentUpdate>(Advance(signal.Time));
        var index = _incidents.FindIndex(i => i.Live && i.Has(signal));
        if (index < 0 && signal.Score > 0 && !_incidents.Exists(i => i.Live && i.Alarms.Any(a => Related(a, Alarm.Of(signal)))))
            index = _incidents.FindIndex(i => i.Has(signal));
        if (index >= 0)
            Repeat(index, signal, updates);
        else if (signal.Score > 0)
            Join(signal, updates);
        else if (_loose.FindIndex(a => a.Is(signal.Node, signal.Name)) is var loose and >= 0)
            _loose[loose] = _loose[loose].With(signal, _options);
        return updates;
    }

    /// <summary>Takes in one change; incidents that began shortly after it are put down to it.</summary>
    public IReadOnlyList<IncidentUpdate> Observe(ChangeEvent change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var updates = new List<IncidentUpdate>(Advance(change.Time));
        _changes.Add(change);
        if (_changes.Count > _options.MaxSignals)
            _changes.RemoveAt(0);
        for (var i = 0; i < _incidents.Count; i++)
        {
            if (!_incidents[i].Live)
                continue;
            var before = _incidents[i];
            _incidents[i] = _view.Refresh(before, _changes);
            if (_incidents[i].Changes.Count > before.Changes.Count)
                updates.Add(new IncidentUpdate(_incidents[i].Cause == before.Cause ? IncidentUpdateKind.Grown : IncidentUpdateKind.CauseChanged, _incidents[i]));
        }

        return updates;
    }

    /// <summary>Takes in what a root-cause search found for an incident; unknown and ended incidents are left alone.</summary>
    public IReadOnlyList<IncidentUpdate> Observe(DateTimeOffset time, long incidentId, RootCauseReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var updates = new List<IncidentUpdate>(Advance(time));
        var index = _incidents.FindIndex(i => i.Id == incidentId && i.Live);
        if (index < 0)
            return updates;
        var incident = _view.Note(_incidents[index], time, "", report.Summary);
        if (report.Verdict == RootCauseVerdict.CauseFound && report.Candidates.Count > 0)
        {
            var top = report.Candidates[0];
            var text = top.Evidence.Count > 0 ? top.Evidence[0].Text : report.Summary;
            incident = _view.Refresh(incident with { Cause = new SuspectedCause(top.Node, top.Kind, top.Confidence, text, Analyzed: true) }, _changes);
            updates.Add(new IncidentUpdate(IncidentUpdateKind.CauseChanged, incident));
        }

        _incidents[index] = incident;
        return updates;
    }

    /// <summary>Lets time pass; times before the latest one change nothing.</summary>
    public IReadOnlyList<IncidentUpdate> Advance(DateTimeOffset time)
    {
        if (time > _now)
            _now = time;
        var updates = new List<IncidentUpdate>();
        for (var i = 0; i < _incidents.Count; i++)
        {
            if (!_incidents[i].Live)
                continue;
            _incidents[i] = Settle(_incidents[i]);
            if (_incidents[i].Status == IncidentStatus.Resolved)
                updates.Add(new IncidentUpdate(IncidentUpdateKind.Resolved, _incidents[i]));
        }

        _incidents.RemoveAll(i => i.Status == IncidentStatus.Resolved && _now - i.Ended > _options.ReopenWindow);
        _loose.RemoveAll(a => _now - a.OverAt(_options) > _options.Window);
        _changes.RemoveAll(c => _now - c.Time > _options.ChangeWindow + _options.Window);
        return updates;
    }

    /// <summary>All that is known, independent of this instance.</summary>
    public IncidentTrackerState Save() => new(_now, _nextId, [.. _incidents], [.. _loose], [.. _changes]);

    /// <summary>Whether the incident goes on, is quiet, or over; depends on its signals and the time, not on how often it is asked.</summary>
    private Incident Settle(Incident incident)
    {
        var quiet = incident.Alarms.Max(a => a.OverAt(_options));
        if (quiet > _now)
            return incident with { Status = IncidentStatus.Open, Quiet = null };
        var end = Alarm.After(quiet, _options.ResolveAfter);
        return end > _now
            ? incident with { Status = IncidentStatus.Recovering, Quiet = quiet }
            : _view.Note(incident with { Status = IncidentStatus.Resolved, Quiet = quiet, Ended = end }, end, "", "resolved");
    }

    /// <summary>A signal that the incident already has: counted, and told only where it changes something.</summary>
    private void Repeat(int index, IncidentSignal signal, List<IncidentUpdate> updates)
    {
        var before = _incidents[index];
        var at = before.Alarms.ToList().FindIndex(a => a.Is(signal.Node, signal.Name));
        var old = before.Alarms[at];
        var alarm = old.With(signal, _options);
        var incident = before with { Alarms = [.. before.Alarms.Take(at), alarm, .. before.Alarms.Skip(at + 1)] };
        if (!before.Live)
            incident = _view.Note(incident with { Status = IncidentStatus.Open, Quiet = null, Ended = null, Reopened = before.Reopened + 1 }, signal.Time, signal.Node, $"{signal.Name} is back: reopened");
        else if (alarm.Flaps(_options))
            incident = old.Flaps(_options) ? incident : _view.Note(incident, signal.Time, signal.Node, $"{signal.Name} comes and goes: held until it is silent");
        else if (alarm.Raised != old.Raised)
            incident = _view.Note(incident, signal.Time, signal.Node, $"{signal.Name} {(alarm.Raised ? "unusual again" : "usual again")}");
        incident = Settle(alarm.Peak > old.Peak || !before.Live ? _view.Refresh(incident, _changes) : incident);
        _incidents[index] = incident;
        if (!before.Live)
            updates.Add(new IncidentUpdate(IncidentUpdateKind.Reopened, incident));
        else if (!incident.Live)
            updates.Add(new IncidentUpdate(IncidentUpdateKind.Resolved, incident)); // nothing is waited for where ResolveAfter is zero
        else if (incident.Severity > before.Severity)
            updates.Add(new IncidentUpdate(IncidentUpdateKind.Grown, incident));
    }

    /// <summary>A signal that no incident has: it joins those near it, which then are one, or waits until there is enough.</summary>
    private void Join(IncidentSignal signal, List<IncidentUpdate> updates)
    {
        var loose = _loose.FindIndex(a => a.Is(signal.Node, signal.Name));
        var alarm = loose >= 0 ? _loose[loose].With(signal, _options) : Alarm.Of(signal);
        if (loose >= 0)
            _loose.RemoveAt(loose);
        var near = _incidents.Where(i => i.Live && i.Alarms.Any(a => Related(a, alarm))).ToList();
        if (near.Count > 0)
        {
            Grow(near, alarm, updates);
            return;
        }

        _loose.Add(alarm);
        if (_loose.Count > _options.MaxSignals)
            _loose.Remove(_loose.MinBy(a => a.Last)!);
        var group = Cluster(alarm);
        if (1 - group.Aggregate(1.0, (doubt, a) => doubt * (1 - a.Peak)) < _options.OpenAt - 1e-12)
            return;
        _loose.RemoveAll(group.Contains);
        var opened = _view.Open(_nextId++, group, _changes);
        _incidents.Add(opened);
        if (_incidents.Count > _options.MaxSignals)
            _incidents.RemoveAt(0);
        updates.Add(new IncidentUpdate(IncidentUpdateKind.Opened, opened));
    }

    private void Grow(List<Incident> near, Alarm alarm, List<IncidentUpdate> updates)
    {
        var alarms = near.SelectMany(i => i.Alarms).Append(alarm).TakeLast(_options.MaxSignals).ToList();
        var grown = near[0] with { Alarms = alarms, Started = alarms.Min(a => a.First) };
        grown = _view.Note(grown, alarm.Last, alarm.Node, $"{alarm.Name} unusual: {alarm.Text}".TrimEnd(' ', ':'));
        foreach (var other in near.Skip(1))
        {
            foreach (var entry in other.Timeline)
                grown = _view.Note(grown, entry.Time, entry.Node, entry.Text);
            grown = _view.Note(grown, alarm.Last, alarm.Node, $"incident {other.Id} is part of this one");
            grown = grown with { Changes = [.. grown.Changes.Union(other.Changes)], Cause = grown.Cause is { Analyzed: true } ? grown.Cause : other.Cause };
            _incidents.Remove(other);
        }

        grown = Settle(_view.Refresh(grown, _changes));
        _incidents[_incidents.IndexOf(near[0])] = grown;
        updates.Add(new IncidentUpdate(near.Count > 1 ? IncidentUpdateKind.Absorbed : IncidentUpdateKind.Grown, grown));
    }

    /// <summary>The loose signals that hang together with one, over others.</summary>
    private List<Alarm> Cluster(Alarm start)
    {
        var cluster = new List<Alarm> { start };
        for (var i = 0; i < cluster.Count; i++)
            cluster.AddRange(_loose.Where(a => !cluster.Contains(a) && a.OverAt(_options) > _now && Related(cluster[i], a)).ToList());
        return cluster;
    }

    private bool Related(Alarm a, Alarm b) =>
        b.First - a.OverAt(_options) <= _options.Window && a.First - b.OverAt(_options) <= _options.Window
        && Neighbourhood.Near(_graph, a.Node, b.Node, _options.Hops);
}
