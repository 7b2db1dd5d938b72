using Landfall.AIOps.Changes;
using Landfall.AIOps.RootCause;

namespace Landfall.AIOps.Incidents;

/// <summary>What to do about a suspected cause.</summary>
internal static class ActionAdvisor
{
    public static IReadOnlyList<SuggestedAction> For(SuspectedCause? cause, IReadOnlyList<ChangeEvent> changes)
    {
        if (cause is null)
            return [];
        var actions = new List<SuggestedAction>();
        foreach (var change in changes.Where(c => c.Node == cause.Node || cause.Kind == CauseKind.Change))
        {
            if (Undo(change) is { } undo)
                actions.Add(new SuggestedAction(undo, change.Node, $"{change.Summary} came shortly before"));
        }

        foreach (var kind in Remedies(cause.Kind))
            actions.Add(new SuggestedAction(kind, cause.Node, Reason(kind, cause.Node)));
        actions.Add(new SuggestedAction(SuggestedActionKind.Investigate, cause.Node, cause.Text));
        return [.. actions.DistinctBy(a => (a.Kind, a.Node))];
    }

    private static SuggestedActionKind? Undo(ChangeEvent change) => change.Kind switch
    {
        ChangeKind.Deployment => SuggestedActionKind.RollBack,
        ChangeKind.Configuration or ChangeKind.Scaling => SuggestedActionKind.RevertChange,
        ChangeKind.OutOfMemory => SuggestedActionKind.RaiseMemory,
        ChangeKind.Infrastructure => SuggestedActionKind.ShiftTraffic,
        _ => null,
    };

    private static SuggestedActionKind[] Remedies(CauseKind kind) => kind switch
    {
        CauseKind.Cpu or CauseKind.Load or CauseKind.Latency => [SuggestedActionKind.ScaleOut],
        CauseKind.Memory => [SuggestedActionKind.Restart, SuggestedActionKind.RaiseMemory],
        CauseKind.Disk => [SuggestedActionKind.AddDisk],
        CauseKind.Network => [SuggestedActionKind.ShiftTraffic],
        CauseKind.Errors => [SuggestedActionKind.Restart],
        _ => [],
    };

    private static string Reason(SuggestedActionKind kind, string node) => kind switch
    {
        SuggestedActionKind.ScaleOut => $"{node} has more work than it can do",
        SuggestedActionKind.Restart => $"a restart of {node} frees what it holds and drops a broken state",
        SuggestedActionKind.RaiseMemory => $"{node} runs out of memory",
        SuggestedActionKind.AddDisk => $"{node} is short of disk space or throughput",
        _ => $"the way to {node} is disturbed",
    };
}
