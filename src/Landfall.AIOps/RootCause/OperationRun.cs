namespace Landfall.AIOps.RootCause;

/// <summary>One execution of an operation: what was seen in it, and how much of its time was its own.</summary>
internal sealed class OperationRun(TraceSpan span, bool during)
{
    /// <summary>How the event of an error line begins.</summary>
    public const string ErrorLine = "error line ";

    /// <summary>The event of a failed execution.</summary>
    public const string Failure = "failure";

    private const int DeepestPath = 64;

    private readonly List<(long Time, string What)> _seen = [];
    private readonly List<(long From, long Until)> _waits = [];
    private readonly HashSet<string> _remotes = new(StringComparer.Ordinal);

    /// <summary>Whether the event is a failure or an error line.</summary>
    public static bool IsFailure(string what) => what == Failure || what.StartsWith(ErrorLine, StringComparison.Ordinal);

    public TraceSpan Span => span;

    /// <summary>Whether it ran during the incident.</summary>
    public bool During => during;

    /// <summary>The execution that caused it, where known.</summary>
    public OperationRun? Parent { get; private set; }

    /// <summary>
    /// The other node that did the work of this execution, where it was a call; null where it called none or several.
    /// </summary>
    public string? RemoteNode => _remotes.Count == 1 ? _remotes.First() : null;

    public void Saw(string what, DateTimeOffset time) => _seen.Add((time.UtcTicks, what));

    /// <summary>What was seen in it, in order; what happened at the same moment in the order of its text.</summary>
    public IReadOnlyList<string> Seen()
    {
        _seen.Sort((a, b) => a.Time != b.Time ? a.Time.CompareTo(b.Time) : string.CompareOrdinal(a.What, b.What));
        var events = _seen.ConvertAll(s => s.What);
        if (span.Failed)
            events.Add(Failure);
        return events;
    }

    public void CalledBy(OperationRun parent)
    {
        Parent = parent;
        parent.Called(span);
    }

    /// <summary>The execution with which the work entered this node.</summary>
    public OperationRun Entry()
    {
        var entry = this;
        for (var depth = 0; depth < DeepestPath && entry.Parent is { } parent && parent.Span.Node == span.Node; depth++)
            entry = parent;
        return entry;
    }

    /// <summary>The nodes through which the work came to this one.</summary>
    public string Path()
    {
        var path = new List<string>();
        var node = span.Node;

        // Parents come from outside and may go in a circle.
        var depth = 0;
        for (var run = Parent; run is not null && depth < DeepestPath; run = run.Parent, depth++)
        {
            if (run.Span.Node != node)
                path.Add(node = run.Span.Node);
        }

        return string.Join('\n', path);
    }

    /// <summary>The time that was not spent in other executions, in milliseconds.</summary>
    public double OwnMilliseconds()
    {
        _waits.Sort();
        long own = span.Duration.Ticks, end = span.Start.UtcTicks;
        var last = (span.Start + span.Duration).UtcTicks;
        foreach (var (from, until) in _waits)
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
            _remotes.Add(child.Node);
        Saw(remote ? $"call of {child.Operation} at {child.Node}" : $"step {child.Operation}", child.Start);
        _waits.Add((child.Start.UtcTicks, (child.Start + child.Duration).UtcTicks));
    }
}
