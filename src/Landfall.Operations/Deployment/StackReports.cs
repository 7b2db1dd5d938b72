namespace Landfall.Operations.Deployment;

/// <summary>The reports of a deployment, one for each stack however often it was deployed.</summary>
internal sealed class StackReports
{
    private readonly List<StackReport> _all = [];

    /// <summary>One report for each stack, in order of the first.</summary>
    public IReadOnlyList<StackReport> All => [.. _all];

    /// <summary>Adds reports.</summary>
    /// <param name="reports">The reports of one run.</param>
    public void Add(IEnumerable<StackReport> reports)
    {
        foreach (var report in reports)
        {
            var index = _all.FindIndex(r => r.Stack == report.Stack);
            if (index < 0)
                _all.Add(report);
            else
                _all[index] = Joined(_all[index], report);
        }
    }

    private static StackReport Joined(StackReport first, StackReport last) => last with
    {
        // Created and then updated is created; a last pass that changes nothing does not hide an earlier one.
        Outcome = last.Outcome is StackOutcome.Updated or StackOutcome.Unchanged or StackOutcome.NotReached && first.Outcome != StackOutcome.Unchanged
            ? first.Outcome
            : last.Outcome,
        Seconds = first.Seconds + last.Seconds,
        Left = [.. first.Left, .. last.Left],
    };
}
