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
        var ours = NabRun.Of(corpus, () => new NoveltyDetector(), cancellation);
        if (context.DumpFolder is not null)
        {
            foreach (var (series, scores) in ours.Scores)
                NabDump.Write(context.DumpFolder, series, scores);
        }

        if (context.PlotFolder is not null)
            Plot(context.PlotFolder, ours);
        foreach (var profile in profiles)
        {
            context.Log.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"nab: {profile.Name} is best at threshold {ours.Best(profile).Threshold:0.0000}"));
        }

        return [.. profiles.SelectMany(profile => Measure(ours, profile)), .. Baseline(corpus, profiles, cancellation)];
    }

    private static IEnumerable<Measurement> Measure(NabRun run, NabProfile profile)
    {
        var target = NabTargets.For(profile.Name);
        yield return new Measurement(
            run.Method, run.Data, $"{target.Label}, NAB's threshold", run.Best(profile).Score, target.Published, target.Floor, target.Goal,
            LeftOut: run.LeaveFamilyOut(profile));
        yield return new Measurement(
            run.Method,
            run.Data,
            $"{target.Label}, shipped threshold",
            run.Score(profile, NoveltyDetector.DefaultThreshold),
            Floor: target.ShippedFloor,
            Goal: target.ShippedGoal);
    }

    private static IEnumerable<Measurement> Baseline(
        IReadOnlyList<NabSeries> corpus, IReadOnlyList<NabProfile> profiles, CancellationToken cancellation)
    {
        var run = NabRun.Of(corpus, () => new WindowedGaussian(), cancellation);
        foreach (var profile in profiles)
        {
            var target = NabTargets.For(profile.Name);
            yield return new Measurement(
                run.Method, run.Data, $"{target.Label}, NAB's threshold", run.Best(profile).Score, target.GaussianOnAll58);
        }
    }

    /// <summary>Draws the first series with the most windows of each family.</summary>
    private static void Plot(string folder, NabRun run)
    {
        foreach (var family in run.Scores.Where(s => s.Series.Windows.Count > 0).GroupBy(s => s.Series.Family))
        {
            var (series, scores) = family.MaxBy(s => s.Series.Windows.Count);
            File.WriteAllText(
                Path.Combine(folder, $"nab-{series.Family}.svg"), NabPlot.Render(series, scores, NoveltyDetector.DefaultThreshold));
        }
    }
}
