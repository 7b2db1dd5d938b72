using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;

namespace Landfall.Evaluation.PetShop;

/// <summary>
/// The traversal baseline of PetShop's paper, for comparison. A node is anomalous whose target metric is more than five
/// median deviations away at the third point, or at the first later one at which the target is. Causes are the anomalous
/// nodes without an anomalous callee and with an anomalous path to the target, scored by the sum of the deviations along
/// the best such path.
/// </summary>
internal static class TraversalBaseline
{
    private const double Threshold = 5;
    private const int FirstRow = 2;
    private const int LeastValues = 10;

    /// <summary>The nodes with their scores, in no particular order; empty when the target is not anomalous.</summary>
    /// <param name="incident">The case; its target has to be known.</param>
    /// <param name="metric">The name of the metric and statistic that is looked at.</param>
    public static IReadOnlyList<(string Node, double Score)> Score(IncidentCase incident, string metric)
    {
        var target = incident.Target!.Node;
        var deviations = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var series in incident.Metrics.Where(m => m.Name == metric))
        {
            if (Deviations(series, incident) is { } found)
                deviations[series.Node] = found;
        }

        if (!deviations.TryGetValue(target, out var suffering))
            return [];
        var row = suffering.Length > FirstRow ? Array.FindIndex(suffering, FirstRow, v => v > 0) : -1;
        if (row < 0)
            return [];
        var anomalous = deviations.Where(s => row < s.Value.Length && s.Value[row] > 0).ToDictionary(s => s.Key, s => s.Value[row]);
        return [.. anomalous.Keys
            .Where(n => !incident.Topology.DependenciesOf(n).Any(e => anomalous.ContainsKey(e.To)))
            .Select(n => (Node: n, Score: BestPath(incident.Topology, n, target, anomalous, [])))
            .Where(n => n.Score is not null)
            .Select(n => (n.Node, n.Score!.Value))];
    }

    /// <summary>
    /// The chance that the node is among the first <paramref name="k"/>: equal scores are frequent, since a metric that
    /// rests on one value has no median deviation, and their order is left to chance.
    /// </summary>
    public static double ChanceWithin(int k, IReadOnlyList<(string Node, double Score)> scored, string node)
    {
        if (!scored.Any(s => s.Node == node))
            return 0;
        var own = scored.Single(s => s.Node == node).Score;
        return Math.Clamp((double)(k - scored.Count(s => s.Score > own)) / scored.Count(s => s.Score == own), 0, 1);
    }

    // The deviations of the values that are not normal ones; 0 for what is below the threshold or missing.
    private static double[]? Deviations(MetricSeries series, IncidentCase incident)
    {
        var values = series.Times.Zip(series.Values).ToLookup(p => incident.Reference?.Contains(p.First) ?? p.First < incident.Onset, p => p.Second);
        var known = values[true].Where(double.IsFinite).Order().ToArray();
        if (known.Length < LeastValues)
            return null;
        var median = Median(known);
        var isConstant = known[0] == known[^1];
        var deviation = isConstant ? 1 : Median([.. known.Select(v => Math.Abs(v - median)).Order()]) * 1.4826;
        return [.. values[false].Select(v => double.IsFinite(v) && v != median ? Math.Abs(v - median) / deviation : 0)
            .Select(d => d > (isConstant ? 0 : Threshold) ? d : 0)];
    }

    // The largest sum of deviations over all paths of anomalous callers; a path of one node has no edge and no score.
    private static double? BestPath(TopologyGraph graph, string node, string target, Dictionary<string, double> anomalous, HashSet<string> path)
    {
        if (node == target)
            return path.Count == 0 ? null : anomalous[node];
        path.Add(node);
        double? best = null;
        foreach (var edge in graph.DependentsOf(node))
        {
            if (anomalous.ContainsKey(edge.From) && !path.Contains(edge.From) && BestPath(graph, edge.From, target, anomalous, path) is { } rest)
                best = Math.Max(best ?? double.NegativeInfinity, rest + anomalous[node]);
        }

        path.Remove(node);
        return best;
    }

    private static double Median(double[] ascending) =>
        (ascending[(ascending.Length - 1) / 2] + ascending[ascending.Length / 2]) / 2;
}
