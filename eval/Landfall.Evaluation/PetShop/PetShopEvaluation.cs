using Landfall.AIOps.RootCause;
using Landfall.Evaluation.RootCause;

namespace Landfall.Evaluation.PetShop;

/// <summary>PetShop (Hardt et al., CLeaR 2024): recall of the injected node, and silence where nothing was injected.</summary>
internal sealed class PetShopEvaluation : IEvaluation
{
    public string Name => "petshop";

    public IReadOnlyList<Measurement> Run(EvaluationContext context, CancellationToken cancellation)
    {
        var rows = new List<Measurement>();
        var analyzer = new RootCauseAnalyzer();
        foreach (var folder in Directory.EnumerateDirectories(context.Folder).Order(StringComparer.Ordinal))
        {
            if (!File.Exists(Path.Combine(folder, "graph.csv")))
                continue;
            var scenario = PetShopScenario.Read(folder);
            var issues = new List<RankedCase>();
            foreach (var issue in scenario.Issues)
            {
                cancellation.ThrowIfCancellationRequested();
                issues.Add(new RankedCase($"{scenario.Name}/{issue.Id}", issue.Cause, issue.TargetMetric, analyzer.Analyze(PetShopCases.OfIssue(scenario, issue))));
            }

            var quiet = new List<RankedCase>();
            foreach (var (id, incident) in PetShopCases.WithoutIssue(scenario))
            {
                cancellation.ThrowIfCancellationRequested();
                quiet.Add(new RankedCase(id, null, null, analyzer.Analyze(incident)));
            }

            CaseDump.Write(context.DumpFolder, scenario.Name, issues.Concat(quiet));
            var data = $"PetShop {scenario.Name}, {issues.Count} issues";
            var leftOut = ThresholdsLeftOut.Recall(scenario, cancellation);
            rows.Add(new Measurement("Landfall root cause", data, "top-1 recall", issues.Average(c => c.Within(1) ? 1.0 : 0), "traversal .69 low, .62 high", 0.55, 0.70, LeftOut: leftOut.First));
            rows.Add(new Measurement("Landfall root cause", data, "top-3 recall", issues.Average(c => c.Within(3) ? 1.0 : 0), "traversal .77 low, .88 high", 0.80, 0.92, LeftOut: leftOut.Three));
            rows.Add(new Measurement("Landfall root cause", data, "specificity", quiet.Average(c => c.Report.Candidates.Count == 0 ? 1.0 : 0), null, 0.8, 0.95));
            rows.AddRange(Perturbation.OfMetrics.SelectMany(p => Perturbed(scenario, p, analyzer, data, cancellation)));
            rows.AddRange(TraversalComparison.Run(scenario));
        }

        return rows;
    }

    private static IEnumerable<Measurement> Perturbed(
        PetShopScenario scenario, Perturbation perturbation, RootCauseAnalyzer analyzer, string data, CancellationToken cancellation)
    {
        var cases = scenario.Issues.Select((issue, i) =>
        {
            cancellation.ThrowIfCancellationRequested();
            var worse = perturbation.Apply(PetShopCases.OfIssue(scenario, issue), new Random(i));
            return new RankedCase(issue.Id, issue.Cause, issue.TargetMetric, analyzer.Analyze(worse));
        }).ToList();
        foreach (var k in new[] { 1, 3 })
            yield return new Measurement("Landfall root cause, made harder", data, $"top-{k} recall, {perturbation.Label}", cases.Average(c => c.Within(k) ? 1.0 : 0));
    }
}
