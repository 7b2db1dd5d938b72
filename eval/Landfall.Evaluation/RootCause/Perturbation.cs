using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;

namespace Landfall.Evaluation.RootCause;

/// <summary>One way in which what is known of an incident may be worse than in a recorded data set.</summary>
/// <param name="Label">What is worse, for the table.</param>
/// <param name="Apply">Makes a case worse; the same for the same random numbers.</param>
internal sealed record Perturbation(string Label, Func<IncidentCase, Random, IncidentCase> Apply)
{
    /// <summary>Those of the moment of the onset, of metrics and of the topology.</summary>
    public static IReadOnlyList<Perturbation> OfMetrics { get; } =
    [
        new("onset 5 min late", (c, _) => c with { Onset = c.Onset + TimeSpan.FromMinutes(5) }),
        new("onset 5 min early", (c, _) => c with { Onset = c.Onset - TimeSpan.FromMinutes(5) }),
        new("own onset", (c, _) => c with { Onset = null }),
        new("10 % of values missing", (c, random) => WithValues(c, m => v => random.NextDouble() < 0.1 ? double.NaN : v)),
        new("noise of a normal deviation", (c, random) => WithValues(c, m => Noise(m, random))),
        new("10 % of edges missing", (c, random) => c with { Topology = new TopologyGraph(c.Topology.Edges.Where(_ => random.NextDouble() >= 0.1), c.Topology.Nodes.Select(n => KeyValuePair.Create(n, c.Topology.KindOf(n)))) }),
        new("no request counts", (c, _) => c with { Metrics = [.. c.Metrics.Where(m => m.Kind != MetricKind.Requests)] }),
    ];

    /// <summary>Those that take one source away.</summary>
    public static IReadOnlyList<Perturbation> OfSources { get; } =
    [
        new("no metrics", (c, _) => c with { Metrics = [] }),
        new("no logs", (c, _) => c with { Logs = [] }),
        new("no traces", (c, _) => c with { Spans = [] }),
    ];

    private static IncidentCase WithValues(IncidentCase incident, Func<MetricSeries, Func<double, double>> change) =>
        incident with { Metrics = [.. incident.Metrics.Select(m => m with { Values = [.. m.Values.Select(change(m))] })] };

    // A deviation is that of a normal distribution with the interquartile range of the series; what never moves stays as it is.
    private static Func<double, double> Noise(MetricSeries series, Random random)
    {
        var known = series.Values.Where(double.IsFinite).Order().ToArray();
        var deviation = known.Length < 4 ? 0 : (known[known.Length * 3 / 4] - known[known.Length / 4]) / 1.349;
        return v => v + (deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }
}
