namespace Landfall.Evaluation.PetShop;

/// <summary>The rows of the accuracy table for the traversal baseline, beside the figures that its authors recorded.</summary>
internal static class TraversalComparison
{
    // The output that is stored in the authors' notebook, by scenario and metric: top-1, top-3, specificity.
    private static readonly Dictionary<(string Scenario, string Metric), (string Top1, string Top3, string Specificity)> Recorded = new()
    {
        [("low_traffic", "latency")] = (".571", ".571", ".167"),
        [("low_traffic", "availability")] = (".833", "1.000", "1.000"),
        [("high_traffic", "latency")] = (".571", ".786", ".333"),
        [("high_traffic", "availability")] = (".667", "1.000", "1.000"),
    };

    public static IEnumerable<Measurement> Run(PetShopScenario scenario)
    {
        foreach (var issues in scenario.Issues.GroupBy(i => i.TargetMetric))
        {
            var name = $"{issues.Key} {issues.First().TargetStatistic}";
            var cases = issues.Select(i => (i.Cause, Scored: TraversalBaseline.Score(PetShopCases.OfIssue(scenario, i), $"{i.TargetMetric} {i.TargetStatistic}"))).ToList();
            var data = $"PetShop {scenario.Name}, {cases.Count} {issues.Key} issues";
            var recorded = Recorded.GetValueOrDefault((scenario.Name, issues.Key));
            yield return Recall(1, recorded.Top1);
            yield return Recall(3, recorded.Top3);
            var quiet = PetShopCases.WithoutIssue(scenario).Where(c => c.Case.Target!.Metric == PetShopMetrics.KindOf(issues.Key)).ToList();
            yield return new Measurement("traversal, reproduced", data, "specificity",
                quiet.Average(c => TraversalBaseline.Score(c.Case, name).Count == 0 ? 1.0 : 0), Text(recorded.Specificity));

            Measurement Recall(int k, string? figure)
            {
                var chances = cases.Select(c => TraversalBaseline.ChanceWithin(k, c.Scored, c.Cause)).ToList();
                double least = chances.Average(Math.Floor), most = chances.Average(Math.Ceiling);
                var span = least < most ? FormattableString.Invariant($"; {least:.000}–{most:.000} by the order of ties") : "";
                return new Measurement("traversal, reproduced", data, $"top-{k} recall", chances.Average(), Text(figure) + span);
            }
        }
    }

    private static string? Text(string? figure) => figure is null ? null : $"authors' run {figure}";
}
