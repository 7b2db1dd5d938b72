namespace Landfall.AIOps.RootCause;

/// <summary>One span of a distributed trace.</summary>
/// <param name="TraceId">The trace.</param>
/// <param name="SpanId">The span; log lines name it alone, so it is unique over all traces.</param>
/// <param name="ParentId">The span that caused it, or null for the first.</param>
/// <param name="Node">The node of the topology that did the work.</param>
/// <param name="Operation">What was done, for example <c>GET /orders/{id}</c>.</param>
/// <param name="Start">When it began.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Failed">Whether it ended in an error.</param>
public sealed record TraceSpan(
    string TraceId,
    string SpanId,
    string? ParentId,
    string Node,
    string Operation,
    DateTimeOffset Start,
    TimeSpan Duration,
    bool Failed = false);
