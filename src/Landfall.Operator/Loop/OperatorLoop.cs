using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;
using Landfall.AIOps.Topology;
using Landfall.Operator.Incidents;
using Landfall.Operator.Signals;

namespace Landfall.Operator.Loop;

/// <summary>
/// What an operator does at each tick, without a clock and without input or output: what was known and what is seen give what is known and
/// what there is to tell. The same input gives the same output, so that a tick that was lost is done again without harm.
/// </summary>
/// <param name="graph">What depends on what.</param>
/// <param name="options">How it judges.</param>
internal sealed class OperatorLoop(TopologyGraph graph, OperatorOptions options)
{
    private readonly CauseSearch _search = new(graph, options);

    /// <summary>Takes in what is seen.</summary>
    /// <param name="state">What was known.</param>
    /// <param name="seen">What is seen.</param>
    /// <returns>What is known now.</returns>
    public OperatorStep Step(OperatorState state, Observation seen)
    {
        var desk = new IncidentDesk(state, graph, options);
        foreach (var change in seen.Readings.SelectMany(reading => reading.Changes).Distinct().Except(state.Changes).OrderBy(change => change.Time).ThenBy(change => change.Node, StringComparer.Ordinal))
            desk.Take(change);
        var raised = TakeSignals(desk, state, seen);
        desk.Pass(seen.At);
        foreach (var acknowledged in seen.Acknowledged)
            desk.Acknowledge(acknowledged, seen.At);
        desk.Note(seen);
        foreach (var incident in desk.Live)
            desk.Explain(_search.Of(incident, seen.Readings), seen.At);
        return desk.Close(seen, raised, Remembered(state, seen));
    }

    /// <summary>Names the services that are worth a closer look.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="now">The time.</param>
    /// <returns>The services, those of the latest incidents first.</returns>
    public IReadOnlyList<string> WorthALook(OperatorState state, DateTimeOffset now) =>
    [
        .. from file in state.Cases().Reverse()
           where file.State is IncidentState.Open or IncidentState.Acknowledged
           from node in file.Incident.Radius.Affected
           where graph.KindOf(node) == NodeKind.Service && IsDue(file, node, now)
           select node,
    ];

    /// <summary>Takes in what closer looks found.</summary>
    /// <param name="step">The step that they belong to.</param>
    /// <param name="looked">What was found, with the number of signals left open.</param>
    /// <returns>The step with it.</returns>
    public static OperatorStep Learn(OperatorStep step, IReadOnlyList<Investigation> looked)
    {
        var events = new List<OperatorEvent>(step.Events);
        var notes = new List<CaseNotes>();
        foreach (var file in step.State.Cases())
        {
            var learned = file.IsLive ? looked.Where(one => file.Incident.Radius.Affected.Contains(one.Node)).Select(one => one with { Signals = SignalsOf(file, one.Node) }).ToList() : [];
            var after = file.Notes with
            {
                Investigations = [.. file.Notes.Investigations.Where(one => !learned.Exists(newer => newer.Node == one.Node)).Concat(learned).OrderBy(one => one.Node, StringComparer.Ordinal)],
            };
            events.AddRange(learned.Where(one => one.Findings.Count > 0 && !Knew(file.Notes, one)).Select(one =>
                new OperatorEvent(one.At, OperatorEventKind.CauseFound, file.Incident.Id, $"{one.Node}: {one.Findings[0].Cause}")));
            notes.Add(after);
        }

        var state = step.State with { Notes = notes };
        return new OperatorStep(state, [.. state.Cases(), .. step.Cases.Where(file => file.Notes.PartOf is not null)], events);
    }

    private static bool Knew(CaseNotes notes, Investigation found) =>
        notes.Investigations.Any(earlier => earlier.Node == found.Node && earlier.Findings.Count > 0 && earlier.Findings[0].Cause == found.Findings[0].Cause);

    private bool IsDue(CaseFile file, string node, DateTimeOffset now) =>
        file.Notes.Investigations.FirstOrDefault(one => one.Node == node) is not { } last
        || last.Signals < SignalsOf(file, node)
        || (last.Findings.Count == 0 && now - last.At >= options.LookAgain);

    private static int SignalsOf(CaseFile file, string node) => file.Incident.Alarms.Count(alarm => alarm.Node == node);

    /// <summary>Takes in the signals that stand, and ends those that do not any more: of sources that could be read whole alone.</summary>
    private IReadOnlyList<RaisedSignal> TakeSignals(IncidentDesk desk, OperatorState state, Observation seen)
    {
        var known = state.Raised.Select(raised => (raised.Node, raised.Name)).ToHashSet();
        var told = new List<RaisedSignal>();
        foreach (var (source, signal) in seen.Readings.SelectMany(reading => reading.Signals.Select(signal => (reading.Source, signal)))
            .OrderBy(one => one.signal.Time).ThenBy(one => one.signal.Node, StringComparer.Ordinal).ThenBy(one => one.signal.Name, StringComparer.Ordinal))
        {
            told.Add(new RaisedSignal(source, signal.Node, signal.Name));
            var fresh = signal.Time <= seen.At && seen.At - signal.Time <= options.OldSignal;
            if (!known.Contains((signal.Node, signal.Name)) && fresh)
                desk.Take(signal);
            else
                desk.Take(signal with { Time = seen.At });
        }

        var unread = seen.Readings.Where(reading => reading.Gaps.Count > 0).Select(reading => reading.Source).ToHashSet(StringComparer.Ordinal);
        var read = seen.Readings.Select(reading => reading.Source).ToHashSet(StringComparer.Ordinal);
        var held = new List<RaisedSignal>();
        foreach (var raised in state.Raised.Where(raised => !told.Exists(one => one.Node == raised.Node && one.Name == raised.Name)))
        {
            if (unread.Contains(raised.Source))
                held.Add(raised);
            else
                desk.Take(new IncidentSignal(seen.At, raised.Node, raised.Name, 0, read.Contains(raised.Source) ? "" : "no longer watched"));
        }

        return [.. told.Concat(held).Distinct()];
    }

    /// <summary>The changes that sources may tell again: those of the time that a cause is looked for in, and a while more.</summary>
    private static IReadOnlyList<ChangeEvent> Remembered(OperatorState state, Observation seen)
    {
        var from = seen.At - OperatorOptions.ChangeMemory;
        return [.. state.Changes.Concat(seen.Readings.SelectMany(reading => reading.Changes)).Distinct().Where(change => change.Time >= from)];
    }
}
