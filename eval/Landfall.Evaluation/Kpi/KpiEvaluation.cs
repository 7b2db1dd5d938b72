using System.Globalization;
using Landfall.AIOps.Detection;

namespace Landfall.Evaluation.Kpi;

/// <summary>Streaming anomaly detection on service curves with operators' labels.</summary>
internal sealed class KpiEvaluation : IEvaluation
{
    public string Name => "kpi";

    public IReadOnlyList<Measurement> Run(EvaluationContext context, CancellationToken cancellation)
    {
        var corpus = KpiCorpus.Load(context.Folder);
        var data = string.Create(CultureInfo.InvariantCulture, $"kpi, {corpus.Count} curves");
        var ours = KpiRun.Of(corpus, _ => new NoveltyDetector(), cancellation);
        if (context.DumpFolder is not null)
        {
            foreach (var (series, scores) in ours.Scores)
                KpiDump.Write(context.DumpFolder, series, scores);
        }

        var best = ours.Best();
        var shipped = ours.At(NoveltyDetector.DefaultThreshold);
        const string method = "Landfall novelty";
        return
        [
            new(method, data, "VUS-PR", ours.Volume(), "MOMENT .445, POLY .358 on web services of TSB-AD", 0.30, 0.46),
            new(method, data, "event F1, best threshold", best.F1, Floor: 0.55, Goal: 0.70),
            new(method, data, "event F1, shipped threshold", shipped.F1),
            new(method, data, "event recall, shipped threshold", shipped.Recall),
            new(method, data, "event precision, shipped threshold", shipped.Precision),
            new(method, data, "false alarms a series-day, shipped threshold", shipped.FalseAlarmsPerDay, LowerIsBetter: true),
        ];
    }
}
