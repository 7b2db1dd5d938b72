namespace Landfall.AIOps.RootCause;

/// <summary>One execution of an operation: what was seen in it, and how much of its time was its own.</summary>
internal sealed class OperationRun(OperationProfile profile, TraceSpan span, bool during)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<(long From, long Until)> waits = [];

    public TraceSpan Span => span;

    public void Saw(string what) => seen.Add(what);

    public void Called(TraceSpan child)
    {
        seen.Add(child.Node == span.Node ? $"step {child.Operation}" : $"call of {child.Node} {child.Operation}");
        waits.Add((child.Start.UtcTicks, (child.Start + child.Duration).UtcTicks));
    }

    /// <summary>Adds the execution to its profile.</summary>
    public void Finish()
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

        profile.Add(seen, TimeSpan.FromTicks(Math.Max(0, own)).TotalMilliseconds, during, span.Start);
    }
}
