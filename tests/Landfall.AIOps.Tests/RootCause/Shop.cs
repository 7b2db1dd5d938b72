using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;

namespace Landfall.AIOps.Tests.RootCause;

/// <summary>A made-up system: web calls api and cart, api uses db; db becomes slow at minute 100.</summary>
internal static class Shop
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Onset => Start.AddMinutes(100);

    public static IncidentCase SlowDatabase { get; } = new()
    {
        Metrics =
        [
            Latency("web", 0.30, 0.9, 1), Latency("api", 0.20, 0.8, 2), Latency("cart", 0.05, 0.05, 3), Latency("db", 0.01, 0.4, 4),
        ],
        Topology = new TopologyGraph([new("web", "api"), new("web", "cart"), new("api", "db", EdgeKind.Uses)]),
        Target = new IncidentTarget("web", MetricKind.Latency),
        Onset = Onset,
    };

    public static MetricSeries Latency(string node, double usual, double slow, int seed)
    {
        var random = new Random(seed);
        return new MetricSeries(node, MetricKind.Latency, "latency mean",
            [.. Enumerable.Range(0, 110).Select(i => Start.AddMinutes(i))],
            [.. Enumerable.Range(0, 110).Select(i => (i < 100 ? usual : slow) * (1 + (0.1 * random.NextDouble())))]);
    }

    public static IncidentCase Rename(IncidentCase incident, Func<string, string> name) => incident with
    {
        Metrics = [.. incident.Metrics.Select(m => m with { Node = name(m.Node) })],
        Logs = [.. incident.Logs.Select(l => l with { Node = name(l.Node) })],
        Spans = [.. incident.Spans.Select(s => s with { Node = name(s.Node) })],
        Changes = [.. incident.Changes.Select(c => c with { Node = name(c.Node) })],
        Topology = new TopologyGraph(incident.Topology.Edges.Select(e => e with { From = name(e.From), To = name(e.To) })),
        Target = incident.Target is { } t ? t with { Node = name(t.Node) } : null,
    };
}
