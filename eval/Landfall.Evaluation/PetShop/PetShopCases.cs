using Landfall.AIOps.RootCause;

namespace Landfall.Evaluation.PetShop;

/// <summary>Turns PetShop's scenarios into the cases that its authors evaluate.</summary>
internal static class PetShopCases
{
    /// <summary>The case of one issue: the scenario's normal metrics as reference, then the metrics around the issue.</summary>
    public static IncidentCase OfIssue(PetShopScenario scenario, PetShopIssue issue) => new()
    {
        Metrics = Join(scenario.Normal, issue.Metrics),
        Topology = scenario.Graph,
        Target = new IncidentTarget(issue.TargetNode, PetShopMetrics.KindOf(issue.TargetMetric)),
        Onset = issue.Time,
        Reference = Extent(scenario.Normal),
    };

    /// <summary>
    /// The cases without an issue: the normal metrics are cut, at half of their length and then every tenth further,
    /// into what came before and what is claimed to be an incident, for each target of the scenario's issues.
    /// </summary>
    public static IEnumerable<(string Id, IncidentCase Case)> WithoutIssue(PetShopScenario scenario)
    {
        var targets = scenario.Issues.Select(i => (i.TargetNode, i.TargetMetric)).Distinct();
        var rows = scenario.Normal.Count == 0 ? 0 : scenario.Normal[0].Times.Count;
        foreach (var (node, metric) in targets)
        {
            for (var cut = rows / 2; cut < rows - 3; cut += Math.Max(1, (int)(rows * 0.1)))
            {
                yield return ($"{scenario.Name}/noissue/{metric}/{cut}", new IncidentCase
                {
                    Metrics = scenario.Normal,
                    Topology = scenario.Graph,
                    Target = new IncidentTarget(node, PetShopMetrics.KindOf(metric)),
                    Onset = scenario.Normal[0].Times[cut],
                });
            }
        }
    }

    private static TimeRange Extent(IReadOnlyList<MetricSeries> metrics) =>
        new(metrics[0].Times[0], metrics[0].Times[^1].AddSeconds(1));

    private static List<MetricSeries> Join(IReadOnlyList<MetricSeries> normal, IReadOnlyList<MetricSeries> issue)
    {
        var known = normal.ToDictionary(m => (m.Node, m.Name));
        var joined = new List<MetricSeries>(issue.Count);
        foreach (var series in issue)
        {
            joined.Add(known.TryGetValue((series.Node, series.Name), out var before)
                ? InOrder(before, series)
                : series);
        }

        return joined;
    }

    // The normal metrics may be from before or from after the issue.
    private static MetricSeries InOrder(MetricSeries normal, MetricSeries issue)
    {
        var pairs = normal.Times.Zip(normal.Values).Concat(issue.Times.Zip(issue.Values)).OrderBy(p => p.First).ToList();
        return issue with { Times = [.. pairs.Select(p => p.First)], Values = [.. pairs.Select(p => p.Second)] };
    }
}
