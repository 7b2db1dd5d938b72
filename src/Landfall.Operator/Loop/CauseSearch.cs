using Landfall.AIOps.Changes;
using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;
using Landfall.Operator.Incidents;
using Landfall.Operator.Signals;

namespace Landfall.Operator.Loop;

/// <summary>Searches the cause of an incident in its signals, in the changes before it and in what happened to its nodes.</summary>
/// <param name="graph">What depends on what.</param>
/// <param name="options">How the loop judges.</param>
internal sealed class CauseSearch(TopologyGraph graph, OperatorOptions options)
{
    // What happened longer ago has been seen to, or is a part of an earlier incident.
    private static readonly TimeSpan Before = TimeSpan.FromHours(1);

    private readonly RootCauseAnalyzer _analyzer = new();

    /// <summary>Searches.</summary>
    /// <param name="file">The incident.</param>
    /// <param name="readings">What is seen now.</param>
    /// <returns>Its notes with the evidence, with what was changed since it began, and with what the search gave.</returns>
    public CaseNotes Of(CaseFile file, IReadOnlyList<SourceReading> readings)
    {
        var places = Places(file.Incident.Radius.Affected);
        var symptoms = file.Notes.Symptoms.Union(readings.SelectMany(reading => reading.Symptoms).Where(symptom => places.Contains(symptom.Node) && symptom.Time >= file.Incident.Started - Before))
            .OrderBy(symptom => symptom.Time).ThenBy(symptom => symptom.Node, StringComparer.Ordinal).Take(options.MostSymptoms).ToList();
        var done = file.Notes.Done.Union(readings.SelectMany(reading => reading.Changes).Where(change => places.Contains(change.Node) && change.Time > file.Incident.Started))
            .OrderBy(change => change.Time).ThenBy(change => change.Node, StringComparer.Ordinal).Take(options.MostSymptoms).ToList();
        return file.Notes with { Symptoms = symptoms, Done = done, Report = Search(file, symptoms) };
    }

    private RootCauseReport? Search(CaseFile file, IReadOnlyList<ChangeEvent> symptoms)
    {
        var signals = file.Incident.Alarms.Select(alarm => new ChangeEvent(alarm.First, alarm.Node, ChangeKind.Unhealthy, alarm.Text.Length > 0 ? alarm.Text : alarm.Name));
        var report = _analyzer.Analyze(new IncidentCase
        {
            Changes = [.. file.Incident.Changes.Concat(symptoms).Concat(signals).OrderBy(change => change.Time).ThenBy(change => change.Node, StringComparer.Ordinal)],
            Topology = graph,
            Onset = file.Incident.Started,
        });
        return report.Verdict == RootCauseVerdict.NoIncident ? null : report;
    }

    /// <summary>The nodes and all that they depend on.</summary>
    private HashSet<string> Places(IEnumerable<string> nodes)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(nodes);
        while (next.TryDequeue(out var node))
        {
            if (places.Add(node))
            {
                foreach (var edge in graph.DependenciesOf(node))
                    next.Enqueue(edge.To);
            }
        }

        return places;
    }
}
