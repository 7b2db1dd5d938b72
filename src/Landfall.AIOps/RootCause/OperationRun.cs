namespace Landfall.AIOps.RootCause;

/// <summary>One execution of an operation: what was seen in it, and how much of its time was its own.</summary>
internal sealed class OperationRun(TraceSpan span, bool during)
{
    /// <summary>How the event of an error line begins.</summary>
    public const string ErrorLine = "error line ";

    /// <summary>The event of a failed execution.</summary>
    public const string Failure = "failure";

    private const int DeepestPath = 32;

    private readonly HashSet<string> seen = span.Failed ? new(StringComparer.Ordinal) { Failure } : new(StringComparer.Ordinal);
    private readonly List<(long From, long Until)> waits = [];

    public TraceSpan Span => span;

    /// <summary>Whether it ran during the incident.</summary>
    public bool During => during;

    /// <summary>The execution that caused it, where known.</summary>
    public OperationRun? Parent { get; private set; }

    /// <summary>The other node that did the work of this execution, where it was a call.</summary>
    public string? RemoteNode { get; private set; }

    /// <summary>What was seen in it.</summary>
    public IReadOnlyCollection<string> Seen => seen;

    public void Saw(string what) => seen.Add(what);

    public void CalledBy(OperationRun parent)
    {
        Parent = parent;
        parent.Called(span);
    }

    /// <summary>The nodes through which the work came to this one.</summary>
    public string Path()
    {
        var path = new List<string>();
        var node = span.Node;
        for (var run = Parent; run is not null && path.Count < DeepestPath; run = run.Parent)
        {
            if (run.Span.Node != node)
                path.Add(node = run.Span.Node);
        }

        return string.Join('\n', path);
    }

    /// <summary>The time that was not spent in other executions, in milliseconds.</summary>
    public double OwnMilliseconds()
    {
        waits.Sort();
        long own = span.Duration.Ticks, end = span.Start.UtcTicks;
        var last = (span.Start + span.Duration).UtcTicks;
        foreach (var (from, until) in waits)
        {
            var begin = Math.Max(from, end);
            var stop = Math.Min(until, last);
            if (stop > begin)
            {
                own -= stop - begin;
                end = stop;
            }
        }

        return Math.Max(0, own) / (double)TimeSpan.TicksPerMillisecond;
    }

    private void Called(TraceSpan child)
    {
        var remote = child.Node != span.Node;
        if (remote)
            RemoteNode = child.Node;
        seen.Add(remote ? $"call of {child.Node} {child.Operation}" : $"step {child.Operation}");
        waits.Add((child.Start.UtcTicks, (child.Start + child.Duration).UtcTicks));
    }
}
