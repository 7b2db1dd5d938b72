using Landfall.AIOps.Changes;
using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;

namespace Landfall.AIOps.Incidents;

/// <summary>The cause that the order of events suggests while no root-cause search has spoken.</summary>
internal static class CauseGuess
{
    /// <summary>A deployment or setting changed shortly before; else the earliest affected node that depends on no other affected one.</summary>
    public static SuspectedCause Of(IReadOnlyList<Alarm> alarms, IReadOnlyList<ChangeEvent> changes, TopologyGraph graph)
    {
        var change = changes.FirstOrDefault(c => c.Kind is ChangeKind.Deployment or ChangeKind.Configuration) ?? changes.FirstOrDefault();
        if (change is not null)
            return new SuspectedCause(change.Node, CauseKind.Change, 0.5, $"shortly before, {change.Node} changed: {change.Summary}", Analyzed: false);
        var affected = alarms.Select(a => a.Node).ToHashSet(StringComparer.Ordinal);
        var sources = alarms
            .Where(a => !Neighbourhood.Dependencies(graph, [a.Node]).Overlaps(affected))
            .OrderBy(a => a.First).ThenBy(a => a.Node, StringComparer.Ordinal)
            .DistinctBy(a => a.Node).ToList();
        var first = sources.Count > 0 ? sources[0] : alarms.MinBy(a => a.First)!;
        var others = Math.Max(1, sources.Count);
        return new SuspectedCause(first.Node, CauseKind.Unknown, 1.0 / (1 + others), $"{first.Node} is affected and nothing it depends on is: {first.Name} {first.Text}".TrimEnd(), Analyzed: false);
    }
}
