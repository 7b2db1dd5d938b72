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
        var leftOut = context.PlotFolder is null ? null : LeftOut(corpus, cancellation);
        if (context.DumpFolder is not null)
        {
            foreach (var (series, scores) in ours.Scores)
                KpiDump.Write(context.DumpFolder, series, scores);
        }

        var (best, bestLeftOut) = (ours.Best(), leftOut?.Best());
        var (shipped, shippedLeftOut) = (ours.At(NoveltyDetector.DefaultThreshold), leftOut?.At(NoveltyDetector.DefaultThreshold));
        const string method = "Landfall novelty";
        return
        [
            new(method, data, "VUS-PR", ours.Volume(), "MOMENT .445, POLY .358 on web services of TSB-AD", 0.30, 0.46, LeftOut: leftOut?.Volume()),
            new(method, data, "event F1, best threshold", best.F1, null, 0.55, 0.70, LeftOut: bestLeftOut?.F1),
            new(method, data, "event F1, shipped threshold", shipped.F1, LeftOut: shippedLeftOut?.F1),
            new(method, data, "event recall, shipped threshold", shipped.Recall, LeftOut: shippedLeftOut?.Recall),
            new(method, data, "event precision, shipped threshold", shipped.Precision, LeftOut: shippedLeftOut?.Precision),
            new(
                method, data, "false alarms a series-day, shipped threshold", shipped.FalseAlarmsPerDay, null, 0.2, 0.1,
                LowerIsBetter: true, LeftOut: shippedLeftOut?.FalseAlarmsPerDay),
        ];
    }

    private static KpiRun LeftOut(IReadOnlyList<KpiSeries> corpus, CancellationToken cancellation)
    {
        var networks = CurveNetworks.LeftOut(corpus, cancellation);
        return KpiRun.Of(corpus, (series, i) => CurveNetworks.Score(series, networks[i]), cancellation);
    }
}
