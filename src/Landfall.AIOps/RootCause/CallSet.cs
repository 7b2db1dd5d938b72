namespace Landfall.AIOps.RootCause;

/// <summary>Which operations were ever executed on behalf of which, directly or through others, as traces show it.</summary>
internal sealed class CallSet
{
    private const int DeepestPath = 64;

    private readonly Dictionary<(string Node, string Operation), HashSet<(string Node, string Operation)>> _below = [];

    public CallSet(IEnumerable<OperationRun> runs)
    {
        foreach (var run in runs)
        {
            var own = (run.Span.Node, run.Span.Operation);
            var depth = 0;
            for (var above = run.Parent; above is not null && depth < DeepestPath; above = above.Parent, depth++)
            {
                if (above.Span.Node == run.Span.Node)
                    continue;
                var key = (above.Span.Node, above.Span.Operation);
                if (!_below.TryGetValue(key, out var set))
                    _below[key] = set = [];
                set.Add(own);
            }
        }
    }

    /// <summary>The set without any call.</summary>
    public static CallSet Empty { get; } = new([]);

    /// <summary>
    /// Whether the one symptom can come from the other: where both were seen in operations, only if the one operation
    /// works through the other.
    /// </summary>
    public bool MayPass(Symptom symptom, Symptom cause) =>
        symptom.Operation is null || cause.Operation is null
        || (_below.TryGetValue((symptom.Node, symptom.Operation), out var set) && set.Contains((cause.Node, cause.Operation)));
}
