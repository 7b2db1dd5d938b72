using System.Globalization;
using Landfall.AIOps.Detection;

namespace Landfall.Evaluation.Nab;

/// <summary>Streaming anomaly detection on the Numenta Anomaly Benchmark.</summary>
internal sealed class NabEvaluation : IEvaluation
{
    public string Name => "nab";

    public IReadOnlyList<Measurement> Run(EvaluationContext context, CancellationToken cancellation)
    {
        var corpus = NabCorpus.Load(context.Folder);
        var profiles = NabProfile.Load(Path.Combine(context.Folder, "config", "profiles.json"));
        List<NabRow> rows = [];
        var windows = 0;
        foreach (var series in corpus)
        {
            cancellation.ThrowIfCancellationRequested();
            var detector = new NoveltyDetector();
            var scores = NabStream.Score(detector, series);
            rows.AddRange(NabScorer.Rows(series, scores, windows));
            windows += series.Windows.Count;
            if (context.DumpFolder is not null)
                NabDump.Write(context.DumpFolder, series, scores);
        }

        var data = string.Create(CultureInfo.InvariantCulture, $"NAB, {corpus.Count} series");
        List<Measurement> table = [];
        foreach (var profile in profiles)
        {
            var best = NabScorer.Best(rows, windows, profile);
            var target = NabTargets.For(profile.Name);
            table.Add(new Measurement(
                "Landfall novelty", data, $"{target.Label}, best threshold", best.Score, target.Published, target.Floor, target.Goal));
            context.Log.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"nab: {profile.Name} is best at threshold {best.Threshold:0.0000}"));
        }

        foreach (var profile in profiles)
        {
            var target = NabTargets.For(profile.Name);
            table.Add(new Measurement(
                "Landfall novelty",
                data,
                $"{target.Label}, shipped threshold",
                NabScorer.Score(rows, windows, profile, NoveltyDetector.DefaultThreshold),
                Floor: target.ShippedFloor,
                Goal: target.ShippedGoal));
        }

        return table;
    }
}
