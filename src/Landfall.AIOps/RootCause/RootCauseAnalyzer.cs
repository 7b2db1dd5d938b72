using Landfall.AIOps.Topology;

namespace Landfall.AIOps.RootCause;

/// <summary>
/// Searches the cause of an incident in whatever is known of it: metrics, log lines, spans, changes and the topology.
/// It is deterministic, does not look at the names of nodes, and does not depend on the units of metrics.
/// </summary>
/// <param name="options">How it searches; the defaults are what is measured.</param>
public sealed class RootCauseAnalyzer(RootCauseOptions? options = null)
{
    private readonly RootCauseOptions _options = options ?? new RootCauseOptions();

    /// <summary>Searches the cause.</summary>
    /// <param name="incident">What is known; any part may be empty.</param>
    /// <returns>The verdict with the ranked candidates and their evidence.</returns>
    public RootCauseReport Analyze(IncidentCase incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (Onset(incident) is not { } onset)
            return new RootCauseReport(RootCauseVerdict.NoIncident, null, [], "Nothing was given that shows an incident.");

        var measured = MetricSymptoms.Find(incident, onset, _options);
        var (seen, calls) = TraceSymptoms.Find(incident, onset, _options);

        // Waiting is compared in the unit of the metrics or in that of traces, not in a mixture.
        if (measured.Any(s => s.Channel == SymptomChannel.Latency && s.Volume is not null))
            seen = seen.ConvertAll(s => s with { Volume = null });
        var profiles = Profiles(
            [.. measured, .. seen, .. LogSymptoms.Find(incident, onset, _options), .. ChangeSymptoms.Find(incident, onset, _options)],
            incident.Target);
        var topology = incident.Spans.Count == 0 ? incident.Topology : incident.Topology.Merge(TopologySources.FromSpans(incident.Spans));
        var observed = incident.Metrics.Select(m => m.Node).Concat(incident.Spans.Select(s => s.Node))
            .Concat(incident.Logs.Select(l => l.Node)).ToHashSet(StringComparer.Ordinal);
        var propagation = new Propagation(topology, profiles, observed, incident.Target, calls);
        var ranked = Rank(profiles.Values, propagation, topology);
        if (ranked.Count == 0 || ranked.Max(r => r.Coverage.ReachesTarget ? r.Visible : 0) < Math.Log(1 + _options.IncidentThreshold))
            return new RootCauseReport(RootCauseVerdict.NoIncident, onset, [], "Nothing is out of the ordinary.");
        return ReportWriter.Write(ranked, !IsHidden(ranked, propagation), onset, incident.Target, _options);
    }

    private Dictionary<string, NodeProfile> Profiles(IEnumerable<Symptom> symptoms, IncidentTarget? target)
    {
        var profiles = new Dictionary<string, NodeProfile>(StringComparer.Ordinal);
        foreach (var symptom in symptoms.Where(s => s.Strength >= _options.SymptomThreshold || s.Node == target?.Node))
        {
            if (!profiles.TryGetValue(symptom.Node, out var profile))
                profiles[symptom.Node] = profile = new NodeProfile(symptom.Node);
            profile.Add(symptom);
        }

        return profiles;
    }

    // Equal scores are told apart by evidence and by place; the names and their order never matter.
    private static List<RankedNode> Rank(IEnumerable<NodeProfile> profiles, Propagation propagation, TopologyGraph topology) =>
        [.. profiles
            .Select(p => new RankedNode(p, propagation.Own(p), propagation.Covers(p), propagation.VolumeShare(p), propagation.Visible(p), propagation.Explanation(p)))
            .Where(r => r.Score > 0)
            .OrderByDescending(r => r.Score)
            .ThenByDescending(r => Math.Round(r.Visible, 9))
            .ThenByDescending(r => Math.Round(r.Profile.Symptoms.Sum(s => s.Strength), 6))
            .ThenBy(r => r.Profile.Symptoms.Min(s => s.Since) ?? DateTimeOffset.MaxValue)
            .ThenByDescending(r => topology.DependentsOf(r.Profile.Node).Count)
            .ThenBy(r => topology.DependenciesOf(r.Profile.Node).Count)];

    // The likeliest node only passes on what something below it, of which nothing is known, may do.
    private static bool IsHidden(IReadOnlyList<RankedNode> ranked, Propagation propagation)
    {
        var best = ranked[0].Profile;
        return best.Symptoms.All(s => s.Channel is SymptomChannel.Latency or SymptomChannel.Errors or SymptomChannel.Load && s.Operation is null)
            && (best.Symptoms.All(s => s.Channel == SymptomChannel.Load) || propagation.HasHiddenDependency(best.Node));
    }

    // Who notices trouble notices it late: an onset that is given is taken back to a clear change shortly before it.
    private DateTimeOffset? Onset(IncidentCase incident)
    {
        if (incident.Onset is not { } given)
        {
            return OnsetDetector.Find(incident.Metrics, incident.Reference, _options.SymptomThreshold)
                ?? OnsetDetector.Find(DerivedSeries.Of(incident), null, _options.SymptomThreshold);
        }

        if (incident.Reference is not null)
            return given;
        var found = OnsetDetector.Find(incident.Metrics, null, _options.SymptomThreshold);
        return found < given && found > given - _options.OnsetLateness ? found : given;
    }
}
