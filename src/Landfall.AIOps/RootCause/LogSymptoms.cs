using System.Globalization;

namespace Landfall.AIOps.RootCause;

/// <summary>Finds templates whose share of a node's lines changed, among lines that belong to no known span.</summary>
internal static class LogSymptoms
{
    /// <summary>What moved, weak symptoms included.</summary>
    public static List<Symptom> Find(IncidentCase incident, DateTimeOffset onset, RootCauseOptions options)
    {
        var spans = incident.Spans.Select(s => s.SpanId).ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<(string Node, string Template), (double Before, double During, bool Error, DateTimeOffset First)>();
        var totals = new Dictionary<string, (double Before, double During)>(StringComparer.Ordinal);
        var until = onset + options.IncidentWindow;
        foreach (var line in incident.Logs)
        {
            var good = incident.Reference?.Contains(line.Time) ?? line.Time < onset;
            var during = !good && line.Time >= onset && line.Time < until;
            if (line.Count <= 0 || !(good || during) || (line.SpanId is not null && spans.Contains(line.SpanId)))
                continue;
            var key = (line.Node, line.Template);
            var old = counts.GetValueOrDefault(key);
            counts[key] = during
                ? (old.Before, old.During + line.Count, old.Error || line.IsError, old.During == 0 || line.Time < old.First ? line.Time : old.First)
                : (old.Before + line.Count, old.During, old.Error || line.IsError, old.First);
            var total = totals.GetValueOrDefault(line.Node);
            totals[line.Node] = during ? (total.Before, total.During + line.Count) : (total.Before + line.Count, total.During);
        }

        var found = new List<Symptom>();
        foreach (var ((node, template), seen) in counts)
        {
            var (before, during) = totals[node];
            if (before == 0)
                continue;
            var deviations = Proportion.Difference(seen.During, during, seen.Before, before);

            // Fewer error lines are no trouble, and of ordinary lines a mere change of mix says little.
            if (seen.Error && deviations < 0)
                continue;
            var strength = deviations * deviations / (seen.Error ? 2 : seen.Before == 0 || seen.During == 0 ? 8 : 32);
            if (strength <= 0)
                continue;
            var text = string.Create(CultureInfo.InvariantCulture,
                $"{(seen.Error ? "error line" : "line")} \"{template}\" {seen.During:0} times in {during:0} lines, before {seen.Before:0} in {before:0}");
            found.Add(new Symptom(node, SymptomChannel.Behaviour, CauseKind.Code, strength, text, seen.During > 0 ? seen.First : null));
        }

        return found;
    }
}
