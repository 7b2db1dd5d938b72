using Landfall.AIOps.Topology;

namespace Landfall.Evaluation.PetShop;

/// <summary>
/// The traversal baseline of PetShop's paper, for comparison: nodes whose target metric is more than five median
/// deviations away at the third point (or at the first later one at which the target is), without an anomalous
/// callee and with an anomalous path to the target; scored by the sum of the deviations along the best path.
/// </summary>
internal static class TraversalBaseline
{
    private const double Threshold = 5;
    private const int FirstRow = 2;

    /// <summary>The nodes in descending order of their score; empty when the target is not anomalous.</summary>
    public static IReadOnlyList<string> Rank(
        TopologyGraph graph, string target, IReadOnlyList<(string Node, double[] Normal, double[] Issue)> series)
    {
        var scored = series.Select(s => (s.Node, Scores: Scores(s.Normal, s.Issue))).Where(s => s.Scores is not null)
            .ToDictionary(s => s.Node, s => s.Scores!.Value);
        if (!scored.TryGetValue(target, out var suffering) || suffering.Scores.Length <= FirstRow)
            return [];
        var row = Array.FindIndex(suffering.Scores, FirstRow, v => v > suffering.Threshold);
        if (row < 0)
            return [];
        var anomalous = scored.Where(s => row < s.Value.Scores.Length && s.Value.Scores[row] > s.Value.Threshold)
            .ToDictionary(s => s.Key, s => s.Value.Scores[row]);
        return [.. anomalous.Keys
            .Where(n => !graph.DependenciesOf(n).Any(e => anomalous.ContainsKey(e.To)))
            .Select(n => (Node: n, Score: BestPath(graph, n, target, anomalous, [])))
            .Where(n => n.Score is not null)
            .OrderByDescending(n => n.Score)
            .Select(n => n.Node)];
    }

    private static (double[] Scores, double Threshold)? Scores(double[] normal, double[] issue)
    {
        var known = normal.Where(double.IsFinite).Order().ToArray();
        if (known.Length < 10)
            return null;
        if (known[0] == known[^1])
            return ([.. issue.Select(v => double.IsFinite(v) ? Math.Abs(v - known[0]) : 0)], 0);
        var median = Median(known);
        var deviation = Median([.. known.Select(v => Math.Abs(v - median)).Order()]) * 1.4826;
        return ([.. issue.Select(v => double.IsFinite(v) && v != median ? Math.Abs(v - median) / deviation : 0)], Threshold);
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
