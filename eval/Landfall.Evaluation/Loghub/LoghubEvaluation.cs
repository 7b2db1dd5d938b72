using Landfall.AIOps.Logs;

namespace Landfall.Evaluation.Loghub;

/// <summary>
/// Log templates on loghub's labelled samples. Every system is read by the same miner with its defaults; the header is
/// cut off by the data set itself (column Content). A line's template is the final one of its group, as the published
/// benchmarks take it; lines with the same text are one group, and texts are compared exactly, with no normalisation.
/// </summary>
internal sealed class LoghubEvaluation : IEvaluation
{
    private const string Method = "Landfall template miner";

    public string Name => "loghub";

    public IReadOnlyList<Measurement> Run(EvaluationContext context, CancellationToken cancellation)
    {
        var rows = new List<Measurement>();
        var scores = new List<LoghubScore>();
        foreach (var file in LoghubSystem.Discover(context.Folder))
        {
            cancellation.ThrowIfCancellationRequested();
            var system = LoghubSystem.Load(file);
            var miner = new LogTemplateMiner();
            var templates = system.Lines.Select(l => miner.Add(l.Content).TemplateId).ToList().Select(id => miner.Find(id)!).ToList();
            var texts = templates.Select(t => t.Text).ToList();
            var score = LoghubScore.Of(system.Lines.Select(l => l.Template).ToList(), texts, texts);
            scores.Add(score);
            rows.AddRange(Rows($"loghub {system.Name}", score, average: false));
            if (context.DumpFolder is not null)
                TemplateDump.Write(Path.Combine(context.DumpFolder, system.Name + ".csv"), system.Lines, texts);
        }

        if (scores.Count > 0)
        {
            var mean = new LoghubScore(
                scores.Average(s => s.GroupingAccuracy),
                scores.Average(s => s.GroupingF1),
                scores.Average(s => s.ParsingAccuracy),
                scores.Average(s => s.TemplateF1));
            rows.AddRange(Rows($"loghub, mean of {scores.Count} systems", mean, average: true));
        }

        return rows;
    }

    private static IEnumerable<Measurement> Rows(string data, LoghubScore score, bool average)
    {
        Measurement Row(string metric, double value, string published, double floor, double goal) =>
            average ? new Measurement(Method, data, metric, value, published, floor, goal) : new Measurement(Method, data, metric, value);

        yield return Row("GA", score.GroupingAccuracy, "Brain .983, Drain .865 (tuned per system)", 0.90, 0.98);
        yield return Row("FGA", score.GroupingF1, "", 0.80, 0.92);
        yield return Row("PA", score.ParsingAccuracy, "LogPPT .76", 0.50, 0.75);
        yield return Row("FTA", score.TemplateF1, "LogPPT .64, Drain .28", 0.40, 0.65);
    }
}
