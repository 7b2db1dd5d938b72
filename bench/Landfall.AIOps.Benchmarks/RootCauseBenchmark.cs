using System.Diagnostics;
using System.Globalization;
using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;

namespace Landfall.AIOps.Benchmarks;

/// <summary>The search for a cause in a tree of services with a day of minute latencies each, made up from a seed.</summary>
internal sealed class RootCauseBenchmark : IBenchmark
{
    private const int Minutes = 24 * 60;
    private const int Callees = 3;

    public string Name => "rootcause";

    public IEnumerable<BenchmarkFigure> Run()
    {
        var analyzer = new RootCauseAnalyzer();
        analyzer.Analyze(Incident(500, withOnset: false)); // until the hot path is compiled for good
        foreach (var nodes in new[] { 100, 300, 1000, 3000 })
        {
            foreach (var withOnset in new[] { true, false })
            {
                var incident = Incident(nodes, withOnset);
                var watch = Stopwatch.StartNew();
                var report = analyzer.Analyze(incident);
                watch.Stop();
                if (report.Candidates[0].Node != CauseOf(nodes))
                    throw new InvalidOperationException($"With {nodes} nodes the cause was {report.Candidates[0].Node}, not {CauseOf(nodes)}.");
                var size = string.Create(CultureInfo.InvariantCulture, $"{nodes:#,0} nodes × 24 h");
                yield return new BenchmarkFigure(
                    withOnset ? "time, onset given" : "time, own onset", size, watch.Elapsed.TotalSeconds, "s", nodes == 1000 ? 1 : null, LowerIsBetter: true);
            }
        }
    }

    private static string CauseOf(int nodes) => "n" + (nodes - 1);

    // The last node and all of its callers become slow during the last ten minutes.
    private static IncidentCase Incident(int nodes, bool withOnset)
    {
        var random = new Random(23);
        var start = DateTimeOffset.UnixEpoch.AddDays(20_000);
        var times = Enumerable.Range(0, Minutes).Select(i => start.AddMinutes(i)).ToArray();
        var slow = new HashSet<int>();
        for (var node = nodes - 1; node >= 0; node = node == 0 ? -1 : (node - 1) / Callees)
            slow.Add(node);
        return new IncidentCase
        {
            Metrics = [.. Enumerable.Range(0, nodes).Select(n => new MetricSeries("n" + n, MetricKind.Latency, "latency mean", times,
                [.. Enumerable.Range(0, Minutes).Select(i => 0.1 + (0.01 * random.NextDouble()) + (slow.Contains(n) && i >= Minutes - 10 ? 0.5 : 0))]))],
            Topology = new TopologyGraph(Enumerable.Range(1, nodes - 1).Select(n => new TopologyEdge("n" + ((n - 1) / Callees), "n" + n))),
            Target = new IncidentTarget("n0", MetricKind.Latency),
            Onset = withOnset ? times[Minutes - 10] : null,
        };
    }
}
