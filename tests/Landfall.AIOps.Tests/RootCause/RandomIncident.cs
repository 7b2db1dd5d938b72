using Landfall.AIOps.Changes;
using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;

namespace Landfall.AIOps.Tests.RootCause;

/// <summary>Incidents of made-up systems with every source, each made of one number.</summary>
internal static class RandomIncident
{
    private const int Points = 60;
    private const int Onset = 40;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public static IncidentCase Of(int seed)
    {
        var random = new Random(seed);
        var nodes = Enumerable.Range(0, random.Next(2, 8)).Select(i => $"n{i}").ToArray();
        var victim = random.Next(nodes.Length);
        return new IncidentCase
        {
            Metrics = [.. Enumerable.Range(0, nodes.Length).SelectMany(i => Metrics(nodes[i], i <= victim && random.Next(3) > 0, random))],
            Logs = [.. Enumerable.Range(0, 200).Select(_ => Line(nodes, victim, random))],
            Spans = [.. Enumerable.Range(0, 40).SelectMany(t => Trace(nodes, victim, t, random))],
            Changes = random.Next(2) == 0 ? [new ChangeEvent(At(Onset - random.Next(30)), nodes[random.Next(nodes.Length)], ChangeKind.Deployment, "new")] : [],

            // Whoever comes first calls some of those that come later.
            Topology = new TopologyGraph(
                from a in Enumerable.Range(0, nodes.Length)
                from b in Enumerable.Range(a + 1, nodes.Length - a - 1)
                where random.Next(3) > 0
                select new TopologyEdge(nodes[a], nodes[b])),
            Target = random.Next(3) > 0 ? new IncidentTarget(nodes[0], random.Next(2) == 0 ? MetricKind.Latency : null) : null,
            Onset = random.Next(4) > 0 ? At(Onset) : null,
            Reference = random.Next(2) == 0 ? new TimeRange(At(0), At(20)) : null,
        };
    }

    public static T[] Shuffle<T>(IEnumerable<T> items, Random random)
    {
        var all = items.ToArray();
        random.Shuffle(all);
        return all;
    }

    private static IEnumerable<MetricSeries> Metrics(string node, bool suffers, Random random)
    {
        foreach (var (kind, usual, trouble) in new[]
        {
            (MetricKind.Latency, 0.1, 0.4), (MetricKind.Availability, 100, 80), (MetricKind.Requests, 500, 500), (MetricKind.Cpu, 20, 90), (MetricKind.Memory, 50, 50),
        })
        {
            if (random.Next(4) == 0)
                continue;
            var noise = kind == MetricKind.Availability ? 0 : 0.1;
            yield return new MetricSeries(node, kind, $"{kind}", [.. Enumerable.Range(0, Points).Select(At)],
                [.. Enumerable.Range(0, Points).Select(i => random.Next(20) == 0 ? double.NaN
                    : (suffers && i >= Onset ? trouble : usual) * (1 + (noise * random.NextDouble())))],
                kind == MetricKind.Latency);
        }
    }

    private static LogRecord Line(string[] nodes, int victim, Random random)
    {
        var node = random.Next(nodes.Length);
        var time = Start.AddSeconds(random.Next(Points * 60));
        var isError = node == victim && time >= At(Onset) && random.Next(2) == 0;
        return new LogRecord(time, nodes[node], isError ? "refused" : $"line {random.Next(3)}", isError);
    }

    private static IEnumerable<TraceSpan> Trace(string[] nodes, int victim, int trace, Random random)
    {
        var at = Start.AddSeconds((trace * Points * 60 / 40) + random.NextDouble());
        string? parent = null;
        for (var i = 0; i < nodes.Length; i++)
        {
            var slow = i == victim && at >= At(Onset) ? 5 : 1;
            yield return new TraceSpan($"t{trace}", $"t{trace}s{i}", parent, nodes[i], "serve",
                at.AddMilliseconds(i), TimeSpan.FromMilliseconds((nodes.Length - i) * 10 * slow * (1 + random.NextDouble())), i == victim && random.Next(9) == 0);
            parent = random.Next(5) == 0 ? parent : $"t{trace}s{i}";
        }
    }

    private static DateTimeOffset At(int minute) => Start.AddMinutes(minute);
}
