using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;
using Landfall.AIOps.Topology;
using Landfall.Operations.Explaining;
using Landfall.Operator.Repairs;

namespace Landfall.Operator.Incidents;

/// <summary>All that is known of an incident, and what is not.</summary>
/// <param name="Listed">Its line in the list.</param>
/// <param name="AtRisk">What depends on what is affected, and shows nothing yet.</param>
/// <param name="Certainty">How sure the cause is.</param>
/// <param name="Candidates">The possible causes, the likeliest first.</param>
/// <param name="Findings">What a closer look found, by service.</param>
/// <param name="Signals">What is or was out of the ordinary.</param>
/// <param name="Before">What was changed shortly before, the last first.</param>
/// <param name="Done">What was changed since it began.</param>
/// <param name="Repairs">What the operator proposes, was kept from doing, or did.</param>
/// <param name="Actions">What to do, the most promising first.</param>
/// <param name="Timeline">What happened, in order.</param>
/// <param name="Unknown">What was not read, so that a cause may be missing.</param>
internal sealed record IncidentDetail(
    ListedIncident Listed,
    IReadOnlyList<string> AtRisk,
    string Certainty,
    IReadOnlyList<CauseCandidate> Candidates,
    IReadOnlyDictionary<string, IReadOnlyList<Finding>> Findings,
    IReadOnlyList<Alarm> Signals,
    IReadOnlyList<ChangeEvent> Before,
    IReadOnlyList<ChangeEvent> Done,
    IReadOnlyList<ShownRepair> Repairs,
    IReadOnlyList<SuggestedAction> Actions,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<string> Unknown)
{
    private const int MostCandidates = 3;

    /// <summary>Gathers it.</summary>
    /// <param name="file">The incident.</param>
    /// <param name="graph">What depends on what.</param>
    /// <returns>The detail.</returns>
    public static IncidentDetail Of(CaseFile file, TopologyGraph graph)
    {
        var (incident, notes) = (file.Incident, file.Notes);
        return new IncidentDetail(
            ListedIncident.Of(file),
            incident.Radius.AtRisk,
            CauseText.Certainty(file),
            [.. (notes.Report?.Candidates ?? []).Take(MostCandidates).Select(CauseCandidate.Of)],
            notes.Investigations.Where(one => one.Findings.Count > 0).ToDictionary(one => one.Node, one => one.Findings),
            incident.Alarms,
            incident.Changes,
            notes.Done,
            [.. file.Repairs.Select(ShownRepair.Of)],
            incident.Actions,
            TimelineOf(file),
            UnknownOf(file, graph));
    }

    private static List<TimelineEntry> TimelineOf(CaseFile file)
    {
        IEnumerable<TimelineEntry> entries =
        [
            .. file.Incident.Timeline,
            .. file.Notes.Done.Select(change => new TimelineEntry(change.Time, change.Node, change.Summary)),
            .. file.Notes.Investigations.Where(one => one.Findings.Count > 0).Select(one => new TimelineEntry(one.At, one.Node, $"found: {one.Findings[0].Cause}")),
            .. file.Notes.Acknowledged is { } given ? [new TimelineEntry(given.At, "", $"{given.By} took it on{(given.Note.Length > 0 ? $": {given.Note}" : "")}")] : Array.Empty<TimelineEntry>(),
            .. file.Repairs.SelectMany(TimesOf),
            .. file.Notes.PartOf is { } whole ? [new TimelineEntry(file.Incident.Alarms.Max(alarm => alarm.Last), "", $"became a part of incident {whole}")] : Array.Empty<TimelineEntry>(),
        ];
        return [.. entries.OrderBy(entry => entry.Time)];
    }

    private static IEnumerable<TimelineEntry> TimesOf(Repair repair)
    {
        if (repair.KeptAt is { } kept)
            yield return new TimelineEntry(kept, repair.Target, $"the operator proposed {repair.Call} by playbook {repair.Playbook}, and did not begin it by itself: {repair.KeptBecause}");
        if (repair.Started is not { } started)
            yield break;
        yield return new TimelineEntry(started, repair.Target, $"the operator began {repair.Call} by playbook {repair.Playbook}{(repair.ApprovedBy is { } by ? $", approved by {by}" : "")}");
        if (repair.Done is { } done)
            yield return new TimelineEntry(done, repair.Target, $"{repair.Operation} was done");
        if (repair.Ended is { } ended)
            yield return new TimelineEntry(ended, repair.Target, repair.Text);
    }

    private static List<string> UnknownOf(CaseFile file, TopologyGraph graph)
    {
        // A source tells of what depends on it only where it reads it: services have ECS and their alarms, what they use has nothing yet.
        var unseen = file.Incident.Radius.Affected.SelectMany(node => graph.DependenciesOf(node)).Select(edge => edge.To)
            .Where(node => graph.KindOf(node) == NodeKind.Resource).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return
        [
            .. file.Notes.Gaps.Select(gap => $"{gap.What}: {gap.Reason}"),
            .. file.Notes.Investigations.SelectMany(one => one.Unread.Select(part => $"{one.Node}: {part}")),
            .. unseen.Count > 0 ? [$"the state of {string.Join(", ", unseen)}: the operator reads nothing of what services use but their alarms"] : Array.Empty<string>(),
            "metrics without an alarm, logs of tasks that go on, traces: the operator does not read them",
        ];
    }
}
