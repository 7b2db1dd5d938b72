namespace Landfall.AIOps.RootCause;

/// <summary>Spans with the operation that they belong to, seen from inside their node.</summary>
internal sealed class CallTree
{
    private readonly Dictionary<string, TraceSpan> byId;

    public CallTree(IReadOnlyList<TraceSpan> spans)
    {
        Spans = spans;
        byId = new Dictionary<string, TraceSpan>(spans.Count, StringComparer.Ordinal);
        foreach (var span in spans)
            byId.TryAdd(span.SpanId, span);
    }

    /// <summary>All spans, as given.</summary>
    public IReadOnlyList<TraceSpan> Spans { get; }

    /// <summary>The span that caused this one, where it is known.</summary>
    public TraceSpan? Parent(TraceSpan span) =>
        span.ParentId is not null && byId.TryGetValue(span.ParentId, out var parent) && !ReferenceEquals(parent, span) ? parent : null;

    /// <summary>The span with this id, where it is known.</summary>
    public TraceSpan? Find(string? id) => id is not null && byId.TryGetValue(id, out var span) ? span : null;
}
