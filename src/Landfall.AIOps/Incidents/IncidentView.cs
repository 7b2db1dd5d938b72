using Landfall.AIOps.Changes;
using Landfall.AIOps.Topology;

namespace Landfall.AIOps.Incidents;

/// <summary>Works out what follows from an incident's signals: reach, severity, changes, cause, actions.</summary>
internal sealed class IncidentView(IncidentOptions options, TopologyGraph graph)
{
    public Incident Open(long id, IReadOnlyList<Alarm> alarms, IReadOnlyList<ChangeEvent> changes)
    {
        var first = alarms.MinBy(a => a.First)!;
        var incident = new Incident(
            id, IncidentStatus.Open, IncidentSeverity.Low, first.First, null, null, 0,
            [.. alarms.OrderBy(a => a.First).ThenBy(a => a.Node, StringComparer.Ordinal).ThenBy(a => a.Name, StringComparer.Ordinal)],
            new BlastRadius([], []), [], null, [], []);
        foreach (var alarm in incident.Alarms)
            incident = Note(incident, alarm.First, alarm.Node, $"{alarm.Name} unusual: {alarm.Text}".TrimEnd(' ', ':'));
        return Refresh(incident, changes);
    }

    /// <summary>Everything that depends on the signals, worked out anew; a cause that was analyzed stays.</summary>
    public Incident Refresh(Incident incident, IReadOnlyList<ChangeEvent> changes)
    {
        var affected = incident.Alarms.Select(a => a.Node).Distinct(StringComparer.Ordinal).ToList();
        var radius = new BlastRadius(affected, [.. Neighbourhood.Dependents(graph, affected).Order(StringComparer.Ordinal)]);
        var suspects = Suspects(incident.Started, affected, changes).Concat(incident.Changes).Distinct()
            .OrderByDescending(c => c.Time).ThenBy(c => c.Node, StringComparer.Ordinal).ToList();
        foreach (var change in suspects.Except(incident.Changes).OrderBy(c => c.Time))
            incident = Note(incident, change.Time, change.Node, $"changed: {change.Summary}");
        var cause = incident.Cause is { Analyzed: true } ? incident.Cause : CauseGuess.Of(incident.Alarms, suspects, graph);
        var severity = Severity(incident.Alarms, affected);
        return incident with
        {
            Radius = radius,
            Changes = suspects,
            Cause = cause,
            Actions = ActionAdvisor.For(cause, suspects),
            Severity = severity > incident.Severity ? severity : incident.Severity,
        };
    }

    /// <summary>Adds a line to the timeline at its time; of too long a one the middle is dropped.</summary>
    public Incident Note(Incident incident, DateTimeOffset time, string node, string text)
    {
        var timeline = incident.Timeline.ToList();
        var at = timeline.Count;
        while (at > 0 && timeline[at - 1].Time > time)
            at--;
        timeline.Insert(at, new TimelineEntry(time, node, text));
        if (timeline.Count > options.MaxTimeline)
            timeline.RemoveAt(options.MaxTimeline / 2);
        return incident with { Timeline = timeline };
    }

    private IEnumerable<ChangeEvent> Suspects(DateTimeOffset started, List<string> affected, IReadOnlyList<ChangeEvent> changes)
    {
        var places = new HashSet<string>(Neighbourhood.Dependencies(graph, affected), StringComparer.Ordinal);
        places.UnionWith(affected);
        return changes.Where(c => places.Contains(c.Node) && c.Time <= started && started - c.Time <= options.ChangeWindow);
    }

    private IncidentSeverity Severity(IReadOnlyList<Alarm> alarms, List<string> affected)
    {
        var points = affected.Exists(n => Neighbourhood.IsEntry(graph, n)) ? 1 : 0;
        points += affected.Count >= 3 ? 1 : 0;
        points += alarms.Any(a => a.Peak >= 0.99) ? 1 : 0;
        return (IncidentSeverity)points;
    }
}
