using System.Globalization;
using Landfall.AIOps.Topology;

namespace Landfall.AIOps.RootCause;

/// <summary>
/// Searches the cause of an incident in whatever is known of it: metrics, log lines, spans, changes and the topology.
/// It is deterministic, does not look at the names of nodes, and does not depend on the units of metrics.
/// </summary>
/// <param name="options">How it searches; the defaults are what is measured.</param>
public sealed class RootCauseAnalyzer(RootCauseOptions? options = null)
{
    private readonly RootCauseOptions options = options ?? new RootCauseOptions();

    /// <summary>Searches the cause.</summary>
    /// <param name="incident">What is known; any part may be empty.</param>
    /// <returns>The verdict with the ranked candidates and their evidence.</returns>
    public RootCauseReport Analyze(IncidentCase incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (Onset(incident) is not { } onset)
            return new RootCauseReport(RootCauseVerdict.NoIncident, null, [], "Nothing was given that shows an incident.");

        var symptoms = MetricSymptoms.Find(incident, onset, options);
        var (seen, calls) = TraceSymptoms.Find(incident, onset, options);
        symptoms.AddRange(seen);
        symptoms.AddRange(LogSymptoms.Find(incident, onset, options));
        var profiles = new Dictionary<string, NodeProfile>(StringComparer.Ordinal);
        foreach (var symptom in symptoms.Where(s => s.Strength >= options.SymptomThreshold))
        {
            if (!profiles.TryGetValue(symptom.Node, out var profile))
                profiles[symptom.Node] = profile = new NodeProfile(symptom.Node);
            profile.Add(symptom);
        }

        var topology = incident.Spans.Count == 0 ? incident.Topology : incident.Topology.Merge(TopologySources.FromSpans(incident.Spans));
        var observed = incident.Metrics.Select(m => m.Node).Concat(incident.Spans.Select(s => s.Node))
            .Concat(incident.Logs.Select(l => l.Node)).ToHashSet(StringComparer.Ordinal);
        var propagation = new Propagation(topology, profiles, observed, incident.Target, calls);
        var ranked = new List<(NodeProfile Profile, double Score)>();
        foreach (var profile in profiles.Values)
        {
            var (share, reachesTarget) = propagation.Covers(profile);
            var score = propagation.Own(profile) * (1 + share) * (0.4 + (0.6 * (propagation.VolumeShare(profile) ?? 1))) * (reachesTarget ? 1 : 0.2);
            if (score > 0)
                ranked.Add((profile, score));
        }

        ranked = [.. ranked.OrderByDescending(r => r.Score)];
        if (ranked.Count == 0 || ranked[0].Score < Math.Log(1 + options.IncidentThreshold))
            return new RootCauseReport(RootCauseVerdict.NoIncident, onset, [], "Nothing is out of the ordinary.");
        var total = ranked.Sum(r => Math.Exp(2 * (r.Score - ranked[0].Score)));
        var candidates = ranked.Take(options.MaxCandidates).Select(r => Candidate(r.Profile, r.Score, Math.Exp(2 * (r.Score - ranked[0].Score)) / total)).ToList();
        return new RootCauseReport(RootCauseVerdict.CauseFound, onset, candidates, string.Create(CultureInfo.InvariantCulture,
            $"{candidates[0].Node} is the likely cause: {candidates[0].Evidence[0].Text}"));
    }

    // Who notices trouble notices it late: an onset that is given is taken back to a clear change shortly before it.
    private DateTimeOffset? Onset(IncidentCase incident)
    {
        if (incident.Onset is not { } given)
            return OnsetDetector.Find(incident.Metrics);
        if (incident.Reference is not null)
            return given;
        var found = OnsetDetector.Find(incident.Metrics);
        return found < given && found > given - options.OnsetLateness ? found : given;
    }

    private static RootCauseCandidate Candidate(NodeProfile profile, double score, double confidence)
    {
        var evidence = profile.Symptoms.OrderByDescending(s => s.Strength)
            .Select(s => new Evidence(s.Node, s.Kind, s.Text, s.Strength, s.Since)).Take(8).ToList();
        return new RootCauseCandidate(profile.Node, score, confidence, evidence[0].Kind, evidence);
    }
}
