using Landfall.AIOps.RootCause;
using Landfall.Evaluation.RootCause;

namespace Landfall.Evaluation.PetShop;

/// <summary>
/// What is left when the two thresholds are not the shipped ones but, for the issues of each cause, those that are best for
/// the issues of all other causes: nothing is then chosen on what it is measured on.
/// </summary>
internal static class ThresholdsLeftOut
{
    private static readonly double[] Factors = [0.7, 1, 1.3];

    /// <summary>The recall among the first so many answers, for one and for three.</summary>
    public static (double First, double Three) Recall(PetShopScenario scenario, CancellationToken cancellation)
    {
        var shipped = new RootCauseOptions();
        var runs = (from symptom in Factors
                    from incident in Factors
                    select Rank(scenario, new RootCauseOptions
                    {
                        SymptomThreshold = symptom * shipped.SymptomThreshold,
                        IncidentThreshold = incident * shipped.IncidentThreshold,
                    }, cancellation)).ToList();
        return (Within(1), Within(3));

        double Within(int k) =>
            scenario.Issues.Select((issue, i) => Best(runs, issue.Cause).Average(r => r.Cases[i].Within(k) ? 1.0 : 0)).Average();
    }

    private static (List<RankedCase> Cases, double Silence) Rank(PetShopScenario scenario, RootCauseOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var analyzer = new RootCauseAnalyzer(options);
        return (
            [.. scenario.Issues.Select(i => new RankedCase(i.Id, i.Cause, i.TargetMetric, analyzer.Analyze(PetShopCases.OfIssue(scenario, i))))],
            PetShopCases.WithoutIssue(scenario).Average(c => analyzer.Analyze(c.Case).Candidates.Count == 0 ? 1.0 : 0));
    }

    // All that are equally good: which of them was shipped is not known here.
    private static List<(List<RankedCase> Cases, double Silence)> Best(List<(List<RankedCase> Cases, double Silence)> runs, string leftOut)
    {
        var scores = runs.ConvertAll(r =>
        {
            var others = r.Cases.Where(c => c.Truth != leftOut).ToList();
            return Math.Round(r.Silence + (others.Count == 0 ? 0 : others.Average(c => (c.Within(1) ? 1.0 : 0) + (c.Within(3) ? 1.0 : 0))), 9);
        });
        return [.. runs.Where((_, i) => scores[i] == scores.Max())];
    }
}
