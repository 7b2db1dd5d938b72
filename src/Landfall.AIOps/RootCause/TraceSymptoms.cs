namespace Landfall.AIOps.RootCause;

/// <summary>
/// Finds the symptoms that traces, and log lines written during spans, show: for each operation, what happens inside
/// it more often or less often than before (a call, a log line, a failure), and whether it takes longer by itself.
/// Everything is counted per execution of the operation, so that a change in the mix of requests is no symptom.
/// The comparison of event patterns before and during an incident follows the idea of Nezha (Yu et al., FSE 2023).
/// </summary>
internal static class TraceSymptoms
{
    private const int LeastExecutions = 3;

    /// <summary>What moved, weak symptoms included.</summary>
    public static List<Symptom> Find(IncidentCase incident, DateTimeOffset onset, RootCauseOptions options)
    {
        if (incident.Spans.Count == 0)
            return [];
        var tree = new CallTree(incident.Spans);
        var until = onset + options.IncidentWindow;
        var operations = new Dictionary<(string, string), OperationProfile>();
        var runs = new Dictionary<TraceSpan, OperationRun>(incident.Spans.Count, ReferenceEqualityComparer.Instance);
        foreach (var span in incident.Spans)
        {
            var during = span.Start >= onset;
            if (during ? span.Start >= until : !IsReference(span, incident.Reference, onset))
                continue;
            var key = (span.Node, span.Operation);
            if (!operations.TryGetValue(key, out var profile))
                operations[key] = profile = new OperationProfile(span.Node, span.Operation);
            runs[span] = new OperationRun(profile, span, during);
        }

        foreach (var run in runs.Values)
        {
            if (run.Span.Failed)
                run.Saw("fails");
            if (tree.Parent(run.Span) is { } parent && runs.TryGetValue(parent, out var caller))
                caller.Called(run.Span);
        }

        foreach (var line in incident.Logs)
        {
            if (tree.Find(line.SpanId) is { } span && span.Node == line.Node && runs.TryGetValue(span, out var run))
                run.Saw((line.IsError ? "error line " : "line ") + line.Template);
        }

        foreach (var run in runs.Values)
            run.Finish();
        var found = new List<Symptom>();
        foreach (var profile in operations.Values.Where(p => p.Before >= LeastExecutions && p.During >= LeastExecutions))
        {
            found.AddRange(profile.Behaviour());
            if (profile.OwnTime() is { } slow)
                found.Add(slow);
        }

        return found;
    }

    private static bool IsReference(TraceSpan span, TimeRange? reference, DateTimeOffset onset) =>
        span.Start + span.Duration <= onset && (reference is null || reference.Value.Contains(span.Start) || span.Start < onset);
}
