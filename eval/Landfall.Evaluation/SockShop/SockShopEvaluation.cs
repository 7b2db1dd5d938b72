using Landfall.AIOps.RootCause;
using Landfall.Evaluation.RootCause;

namespace Landfall.Evaluation.SockShop;

/// <summary>Sock Shop 1 (RCD's data, in RCAEval): the mean share of cases with the injected service in the top 1 to 5.</summary>
internal sealed class SockShopEvaluation : IEvaluation
{
    private static readonly (string Label, int? Late, double Floor, double Goal)[] Modes =
        [("true onset", 0, 0.98, 1), ("onset 60 s late", 60, 0.97, 1), ("own onset", null, 0.95, 0.99)];

    public string Name => "sockshop";

    public IReadOnlyList<Measurement> Run(EvaluationContext context, CancellationToken cancellation)
    {
        var analyzer = new RootCauseAnalyzer();
        var runs = Directory.EnumerateDirectories(context.Folder).Order(StringComparer.Ordinal)
            .Where(f => Path.GetFileName(f).Contains('-', StringComparison.Ordinal))
            .SelectMany(f => Directory.EnumerateDirectories(f).Order(StringComparer.Ordinal))
            .Select(SockShopRun.Read).ToList();
        var rows = new List<Measurement>();
        foreach (var (label, late, floor, goal) in Modes)
        {
            var cases = new List<RankedCase>();
            foreach (var run in runs)
            {
                cancellation.ThrowIfCancellationRequested();
                cases.Add(new RankedCase(run.Id, run.Service, run.Fault, analyzer.Analyze(SockShopCases.Of(run, late)), run.Fault));
            }

            CaseDump.Write(context.DumpFolder, label.Replace(' ', '-'), cases);
            foreach (var fault in cases.GroupBy(c => c.Group))
            {
                rows.Add(new Measurement(
                    "Landfall root cause",
                    $"Sock Shop 1, {fault.Key.ToUpperInvariant()}, {fault.Count()} cases",
                    $"Avg@5, {label}",
                    Enumerable.Range(1, 5).Average(k => fault.Average(c => c.Within(k) ? 1.0 : 0)),
                    late switch { 0 => "BARO .99, NSigma .98–.99", 60 => "BARO .98, NSigma .15–.33", _ => null },
                    floor,
                    goal));
            }
        }

        foreach (var (method, robust, published) in new[] { ("BARO, reproduced", true, "BARO .99; .98 late"), ("NSigma, reproduced", false, "NSigma .98/.99; .15/.33 late") })
        {
            foreach (var late in new[] { 0, 60 })
            {
                foreach (var fault in runs.GroupBy(r => r.Fault))
                {
                    rows.Add(new Measurement(
                        method,
                        $"Sock Shop 1, {fault.Key.ToUpperInvariant()}, {fault.Count()} cases",
                        $"Avg@5, {(late == 0 ? "true onset" : "onset 60 s late")}",
                        fault.Average(r => AverageAt5(MaximumDeviationBaseline.Rank(r, late, robust), r.Service)),
                        published));
                }
            }
        }

        return rows;
    }

    // AC@k of one case is 1 from its rank on.
    private static double AverageAt5(IReadOnlyList<string> ranked, string service)
    {
        var rank = ranked.Take(5).ToList().IndexOf(service);
        return rank < 0 ? 0 : (5 - rank) / 5.0;
    }
}
