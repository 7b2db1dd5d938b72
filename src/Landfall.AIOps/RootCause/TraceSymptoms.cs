namespace Landfall.AIOps.RootCause;

/// <summary>
/// Finds the symptoms that traces, and log lines written during spans, show: for each operation, what happens inside
/// it more often or less often than before (a call, a log line, a failure), whether it takes longer by itself, and
/// whether requests are longer under way between two nodes. Everything is counted per execution of the operation on
/// behalf of the same chain of callers, so that a change in the mix of requests is no symptom.
/// The comparison of event patterns before and during an incident follows the idea of Nezha (Yu et al., FSE 2023).
/// </summary>
internal static class TraceSymptoms
{
    /// <summary>What moved, weak symptoms included.</summary>
    public static (List<Symptom> Symptoms, CallSet Calls) Find(IncidentCase incident, DateTimeOffset onset, RootCauseOptions options)
    {
        if (incident.Spans.Count == 0)
            return ([], CallSet.Empty);
        var runs = Runs(incident, onset, onset + options.IncidentWindow);
        foreach (var line in incident.Logs)
        {
            if (line.SpanId is not null && runs.TryGetValue(line.SpanId, out var run) && run.Span.Node == line.Node)
                run.Saw(line.IsError ? OperationRun.ErrorLine + line.Template : "line " + line.Template, line.Time);
        }

        var known = runs.Values.Where(r => !r.During).SelectMany(r => r.Seen()).ToHashSet(StringComparer.Ordinal);
        var excused = runs.Values.Where(r => r.Seen().Any(e => OperationRun.IsFailure(e) && known.Contains(e))).Select(r => r.Entry()).ToHashSet();
        var operations = new Dictionary<(string, string), OperationProfile>();
        var links = new Dictionary<(string, string), LinkProfile>();
        double total = 0;
        foreach (var run in runs.Values)
        {
            if (run.During && run.Parent is null)
                total += run.Span.Duration.TotalMilliseconds;
            var key = (run.Span.Node, run.Span.Operation);
            if (!operations.TryGetValue(key, out var profile))
                operations[key] = profile = new OperationProfile(run.Span.Node, run.Span.Operation);
            profile.Add(run, excused.Contains(run.Entry()));
            if (run.RemoteNode is { } remote)
            {
                if (!links.TryGetValue((run.Span.Node, remote), out var link))
                    links[(run.Span.Node, remote)] = link = new LinkProfile(run.Span.Node, remote);
                link.Add(run);
            }
        }

        var found = new List<Symptom>();
        foreach (var profile in operations.Values)
        {
            found.AddRange(profile.Behaviour(known));
            if (profile.OwnTime.Rise(total) is { } rise)
                found.Add(new Symptom(profile.Node, SymptomChannel.Latency, CauseKind.Latency, rise.Strength, $"{profile.Operation}: {rise.Text} in itself", null, rise.Additional, profile.Operation));
        }

        found.AddRange(NetworkSymptoms.Find([.. links.Values], total));
        return (found, new CallSet(runs.Values));
    }

    // Executions before and during the incident, by span, each with its caller.
    private static Dictionary<string, OperationRun> Runs(IncidentCase incident, DateTimeOffset onset, DateTimeOffset until)
    {
        var runs = new Dictionary<string, OperationRun>(incident.Spans.Count, StringComparer.Ordinal);
        foreach (var span in incident.Spans)
        {
            var isReference = incident.Reference?.Contains(span.Start) ?? span.Start + span.Duration <= onset;
            if (isReference || (span.Start >= onset && span.Start < until))
                runs.TryAdd(span.SpanId, new OperationRun(span, !isReference));
        }

        foreach (var run in runs.Values)
        {
            if (run.Span.ParentId is not null && runs.TryGetValue(run.Span.ParentId, out var parent) && parent != run)
                run.CalledBy(parent);
        }

        return runs;
    }
}
