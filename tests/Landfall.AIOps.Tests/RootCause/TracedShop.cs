using Landfall.AIOps.RootCause;

namespace Landfall.AIOps.Tests.RootCause;

/// <summary>
/// Traces, logs and processor use of a made-up system: web calls api and cart, api calls stock and db. From minute 2 on
/// one node has a fault: <c>network</c>, <c>cpu</c>, <c>return</c> (it stops half-way) or <c>exception</c>.
/// </summary>
internal sealed class TracedShop(string fault, string victim)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string[]> Calls = new()
    {
        ["web"] = ["api", "cart"],
        ["api"] = ["stock", "db"],
        ["cart"] = [],
        ["stock"] = [],
        ["db"] = [],
    };

    private readonly Random _random = new(11);
    private readonly List<TraceSpan> _spans = [];
    private readonly List<LogRecord> _logs = [];

    public static DateTimeOffset Onset => Start.AddMinutes(2);

    /// <summary>A request every two seconds for four minutes.</summary>
    public static IncidentCase With(string fault, string victim)
    {
        var shop = new TracedShop(fault, victim);
        for (var i = 0; i < 120; i++)
            shop.Serve("web", null, Start.AddSeconds(2 * i), $"trace{i}");
        return new IncidentCase
        {
            Spans = shop._spans,
            Logs = shop._logs,
            Metrics = [.. Calls.Keys.Select(shop.Processor)],
            Onset = Onset,
        };
    }

    private bool IsFaulty(string kind, string node, DateTimeOffset at) => fault == kind && node == victim && at >= Onset;

    private (TimeSpan Duration, bool Failed) Serve(string node, string? parent, DateTimeOffset at, string trace)
    {
        var id = $"span{_spans.Count}";
        var slot = _spans.Count;
        _spans.Add(null!);
        var own = Milliseconds(IsFaulty("cpu", node, at) ? 40 : 10);
        var clock = at + (own / 2);
        _logs.Add(new LogRecord(clock, node, "begins", SpanId: id));
        var failed = IsFaulty("exception", node, at);
        foreach (var other in failed || IsFaulty("return", node, at) ? [] : Calls[node])
        {
            var (waited, lost) = Call(node, other, id, clock, trace);
            clock += waited;
            failed |= lost;
            if (lost)
                break;
        }

        clock += own / 2;
        _logs.Add(failed ? new LogRecord(clock, node, "gives up", IsError: true, id) : new LogRecord(clock, node, "is done", SpanId: id));
        _spans[slot] = new TraceSpan(trace, id, parent, node, $"serve {node}", at, clock - at);
        return (clock - at, failed);
    }

    private (TimeSpan Duration, bool Failed) Call(string node, string other, string parent, DateTimeOffset at, string trace)
    {
        var id = $"span{_spans.Count}";
        var slot = _spans.Count;
        _spans.Add(null!);
        var way = Milliseconds(IsFaulty("network", node, at) || IsFaulty("network", other, at) ? 60 : 4);
        var (served, failed) = Serve(other, id, at + (way / 2), trace);
        _spans[slot] = new TraceSpan(trace, id, parent, node, $"ask {other}", at, way + served);
        return (way + served, failed);
    }

    private TimeSpan Milliseconds(double mean) => TimeSpan.FromMilliseconds(mean * (0.8 + (0.4 * _random.NextDouble())));

    private MetricSeries Processor(string node)
    {
        var times = Enumerable.Range(0, 60).Select(i => Start.AddSeconds((i - 30) * 8)).ToArray();
        return new MetricSeries(node, MetricKind.Cpu, "cpu", times,
            [.. times.Select(t => (IsFaulty("cpu", node, t) ? 85 : 20) * (0.9 + (0.2 * _random.NextDouble())))]);
    }
}
