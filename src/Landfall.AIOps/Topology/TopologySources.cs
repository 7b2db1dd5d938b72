using Landfall.AIOps.RootCause;

namespace Landfall.AIOps.Topology;

/// <summary>Ways to come by a topology when nobody drew one.</summary>
public static class TopologySources
{
    /// <summary>The graph that a list of <c>uses</c> describes: every name depends on each thing that it uses.</summary>
    /// <param name="uses">For each service, the names of what it uses.</param>
    /// <returns>The graph; keys are services, names that are only used are resources.</returns>
    public static TopologyGraph FromUses(IReadOnlyDictionary<string, IReadOnlyList<string>> uses)
    {
        ArgumentNullException.ThrowIfNull(uses);
        var edges = uses.SelectMany(u => u.Value.Select(v =>
            new TopologyEdge(u.Key, v, uses.ContainsKey(v) ? EdgeKind.Calls : EdgeKind.Uses)));
        var kinds = uses.Keys.Select(k => KeyValuePair.Create(k, NodeKind.Service))
            .Concat(uses.Values.SelectMany(v => v).Where(v => !uses.ContainsKey(v)).Select(v => KeyValuePair.Create(v, NodeKind.Resource)));
        return new TopologyGraph(edges, kinds);
    }

    /// <summary>The graph that was seen in traces: a span whose parent belongs to another node is a call.</summary>
    /// <param name="spans">The spans, in any order; spans without a known parent add their node only.</param>
    public static TopologyGraph FromSpans(IEnumerable<TraceSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        var all = spans as IReadOnlyList<TraceSpan> ?? spans.ToList();
        var owner = new Dictionary<(string, string), string>(all.Count);
        foreach (var span in all)
            owner.TryAdd((span.TraceId, span.SpanId), span.Node);
        var edges = new HashSet<TopologyEdge>();
        foreach (var span in all)
        {
            if (span.ParentId is not null && owner.TryGetValue((span.TraceId, span.ParentId), out var caller) && caller != span.Node)
                edges.Add(new TopologyEdge(caller, span.Node));
        }

        return new TopologyGraph(edges, all.Select(s => s.Node).Distinct(StringComparer.Ordinal)
            .Select(n => KeyValuePair.Create(n, NodeKind.Service)));
    }
}
